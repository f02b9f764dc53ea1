package sluice.shell.prompt;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import sluice.engine.Desk;

/**
 * Tells news while the operator types, ten times a second. Runs on a thread of its own, which reads published views and
 * nothing else of the desk.
 */
final class PromptWatch implements AutoCloseable {

    private static final long INTERVAL_MS = 100;

    private final Desk desk;
    private final News news;
    private final BooleanSupplier isCovered;
    private final Consumer<String> above;
    private final CountDownLatch closed = new CountDownLatch(1);

    private PromptWatch(Desk desk, News news, BooleanSupplier isCovered, Consumer<String> above) {
        this.desk = desk;
        this.news = news;
        this.isCovered = isCovered;
        this.above = above;
    }

    /** @param isCovered whether the terminal shows something else just now; the news then waits */
    static PromptWatch start(Desk desk, News news, BooleanSupplier isCovered, Consumer<String> above) {
        news.startWith(desk.view(), desk.vitals().now());
        var watch = new PromptWatch(desk, news, isCovered, above);
        var thread = new Thread(watch::watch, "prompt-watch");
        thread.setDaemon(true);
        thread.start();
        return watch;
    }

    private void watch() {
        try {
            while (!closed.await(INTERVAL_MS, TimeUnit.MILLISECONDS)) {
                if (!isCovered.getAsBoolean()) {
                    news.since(desk.view(), desk.vitals().now()).forEach(above);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
