package sluice.engine;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import sluice.engine.health.Vitals;
import sluice.engine.view.GroupView;
import sluice.engine.view.MarketView;
import sluice.engine.view.View;
import sluice.market.Symbol;
import sluice.market.Trade;
import sluice.market.book.LiveBook;
import sluice.market.consolidated.ConsolidatedBook;
import sluice.quality.Quality;
import sluice.quality.Quality.Question;

/** The desk as everybody else sees it: commands in, answers and views out. Safe for any thread. */
public interface Desk extends AutoCloseable {

    /**
     * Hands a command to the desk. The future is always completed, with {@link Answer.Refused} when the desk declines,
     * stops or breaks; never exceptionally.
     */
    CompletableFuture<Answer> ask(Command command);

    /** A view that shows everything handed to the desk before this call. Always completed. */
    CompletableFuture<View> look();

    /** The newest published view, at most a tenth of a second behind; never waits. */
    View view();

    /** The books that venues keep now. */
    List<LiveBook> books();

    /** All venues' books of a symbol as one, those of its group with it while that holds together. */
    ConsolidatedBook consolidated(Symbol symbol, int depth);

    /** The groups of the configuration, and what takes any of them apart now. */
    List<GroupView> groups();

    /** How the market of a symbol behaves. */
    MarketView market(Symbol symbol);

    /** The last public prints of a symbol over all venues, oldest first. */
    List<Trade> tape(Symbol symbol);

    /** What executions cost and how they went, as far as it is durable now. Always completed. */
    CompletableFuture<Quality> measure(Question question);

    /** The newest figures of everything, about a second behind once they are asked for; never waits. */
    Quality quality();

    /** How the desk and its venues are, and what operators are alerted to. */
    Vitals vitals();

    /** Stops the desk thread after what is already in, and completes whatever is still owed. */
    @Override
    void close();
}
