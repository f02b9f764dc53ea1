package sluice.engine;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import sluice.engine.view.View;
import sluice.market.book.LiveBook;

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

    /** Stops the desk thread after what is already in, and completes whatever is still owed. */
    @Override
    void close();
}
