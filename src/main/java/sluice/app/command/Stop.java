package sluice.app.command;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jline.utils.Signals;

/** The operator's wish to stop what runs until they say so: SIGTERM, or an interrupt of the waiting thread. */
final class Stop implements AutoCloseable {

    private static final String SIGNAL = "TERM";

    private final CountDownLatch wanted = new CountDownLatch(1);
    private final Object before = Signals.register(SIGNAL, wanted::countDown);

    void await() {
        try {
            wanted.await();
        } catch (InterruptedException e) {
            wanted.countDown();
        }
    }

    void await(long millis) {
        try {
            if (!wanted.await(millis, TimeUnit.MILLISECONDS)) {
                wanted.countDown();
            }
        } catch (InterruptedException e) {
            wanted.countDown();
        }
    }

    @Override
    public void close() {
        Signals.unregister(SIGNAL, before);
    }
}
