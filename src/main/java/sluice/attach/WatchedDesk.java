package sluice.attach;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import sluice.engine.Answer;
import sluice.engine.Command;
import sluice.engine.Desk;
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
import sluice.report.Failure;
import sluice.shell.ExitStatus;
import sluice.shell.UnableToRunException;

/**
 * A desk that is first asked whether it works at all, so that a command says so instead of waiting behind a stuck
 * inbox, and is not carried out hours later. A kill is handed over unasked. Safe for any thread.
 */
record WatchedDesk(Desk desk, String process, Duration patience) implements Desk {

    @Override
    public CompletableFuture<Answer> ask(Command command) {
        if (!(command instanceof Command.Kill)) {
            look();
        }
        return desk.ask(command);
    }

    /** Always completed. */
    @Override
    public CompletableFuture<View> look() {
        var looked = desk.look();
        try {
            looked.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return looked;
        } catch (TimeoutException e) {
            throw new UnableToRunException(
                    ExitStatus.JOURNAL_HELD,
                    Failure.of(
                            "DESK_STUCK",
                            "Not done: the desk that holds the journal (" + process + ") does not answer. kill reaches"
                                    + " the venues without it; then end that process and start again."));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return looked;
        } catch (ExecutionException e) {
            throw new AssertionError("the desk completes every view", e);
        }
    }

    @Override
    public View view() {
        return desk.view();
    }

    @Override
    public List<LiveBook> books() {
        return desk.books();
    }

    @Override
    public ConsolidatedBook consolidated(Symbol symbol, int depth) {
        return desk.consolidated(symbol, depth);
    }

    @Override
    public List<GroupView> groups() {
        return desk.groups();
    }

    @Override
    public MarketView market(Symbol symbol) {
        return desk.market(symbol);
    }

    @Override
    public List<Trade> tape(Symbol symbol) {
        return desk.tape(symbol);
    }

    @Override
    public CompletableFuture<Quality> measure(Question question) {
        return desk.measure(question);
    }

    @Override
    public Quality quality() {
        return desk.quality();
    }

    @Override
    public Vitals vitals() {
        return desk.vitals();
    }

    /** The desk is not the visitor's to close. */
    @Override
    public void close() {}
}
