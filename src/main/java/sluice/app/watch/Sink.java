package sluice.app.watch;

import java.io.IOException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sluice.health.alert.Notice;
import sluice.health.alert.Severity;

/**
 * One place that notices are brought to, on a thread of its own, so that one that hangs holds up no other. Safe for any
 * thread.
 */
final class Sink implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger("sluice.alerts");
    private static final int WAITING = 200;
    private static final int TRIES = 3;
    private static final long PAUSE_MILLIS = 1_000;

    private final String name;
    private final Severity least;
    private final Delivery delivery;
    private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(1, Sink::daemon);

    /** Brings a notice there, once. */
    interface Delivery {
        void run(Notice notice) throws IOException, InterruptedException;
    }

    Sink(String name, Severity least, Delivery delivery) {
        this.name = name;
        this.least = least;
        this.delivery = delivery;
    }

    private static Thread daemon(Runnable work) {
        var thread = new Thread(work, "alerts");
        thread.setDaemon(true);
        return thread;
    }

    void take(Notice notice) {
        if (notice.severity().compareTo(least) < 0) {
            return;
        }
        if (thread.getQueue().size() >= WAITING) {
            LOG.warn("{} hangs, so an alert was not passed on", name);
        } else {
            thread.execute(() -> attempt(notice, 1));
        }
    }

    private void attempt(Notice notice, int time) {
        try {
            delivery.run(notice);
        } catch (IOException e) {
            if (time < TRIES && !thread.isShutdown()) {
                thread.schedule(() -> attempt(notice, time + 1), PAUSE_MILLIS, TimeUnit.MILLISECONDS);
            } else {
                LOG.warn("{} did not take an alert, tried {} times: {}", name, time, e.getMessage());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether everything was brought there within this time; nothing more is taken. */
    boolean await(long time, TimeUnit unit) throws InterruptedException {
        thread.shutdown();
        return thread.awaitTermination(time, unit);
    }

    @Override
    public void close() {
        thread.shutdown();
    }
}
