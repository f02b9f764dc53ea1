package sluice.app.desk;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.slf4j.LoggerFactory;

/** What was opened, to be closed in the opposite order. Safe for any thread. */
final class Resources implements AutoCloseable {

    private final Deque<Runnable> closings = new ArrayDeque<>();

    synchronized void add(Runnable closing) {
        closings.push(closing);
    }

    private synchronized Optional<Runnable> last() {
        return Optional.ofNullable(closings.poll());
    }

    /** May be called again. */
    @Override
    public void close() {
        for (var next = last(); next.isPresent(); next = last()) {
            close(next.get());
        }
    }

    /** What cannot be closed must not keep the rest open. */
    private static void close(Runnable closing) {
        try {
            closing.run();
        } catch (RuntimeException e) {
            LoggerFactory.getLogger(Resources.class).error("something was not closed", e);
        }
    }
}
