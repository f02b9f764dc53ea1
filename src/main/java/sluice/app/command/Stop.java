package sluice.app.command;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jline.utils.Signals;

/**
 * The wish to stop what runs until somebody says so: SIGTERM, an interrupt of the waiting thread, or a time that is
 * over. Safe for any thread.
 */
final class Stop implements AutoCloseable {

    private static final String SIGNAL = "TERM";

    private final CountDownLatch wanted = new CountDownLatch(1);
    private final AtomicBoolean timed = new AtomicBoolean();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(Stop::daemon);
    private final Object before = Signals.register(SIGNAL, wanted::countDown);

    private static Thread daemon(Runnable work) {
        var thread = new Thread(work, "stop");
        thread.setDaemon(true);
        return thread;
    }

    /** Stops that long after the first call. */
    void after(Duration time) {
        if (timed.compareAndSet(false, true)) {
            timer.schedule(wanted::countDown, time.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    void await() {
        try {
            wanted.await();
        } catch (InterruptedException e) {
            wanted.countDown();
        }
    }

    /** Doing that now and then. */
    void await(Duration every, Runnable meanwhile) {
        try {
            while (!wanted.await(every.toMillis(), TimeUnit.MILLISECONDS)) {
                meanwhile.run();
            }
        } catch (InterruptedException e) {
            wanted.countDown();
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
        Signals.unregister(SIGNAL, before);
    }
}
