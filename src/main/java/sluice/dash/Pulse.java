package sluice.dash;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import sluice.engine.Desk;
import sluice.engine.view.View;
import sluice.market.Clock;
import sluice.shell.UnableToRunException;

/**
 * Asks the desk twice a second for a look, so that one that has stopped shows even where nothing would have changed.
 * Safe for any thread; waits on a thread of its own, so that nobody else does.
 */
final class Pulse implements AutoCloseable {

    private static final long EVERY_MS = 500;
    private static final long PATIENCE_MS = 1_500;

    private final Desk desk;
    private final Clock clock;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile View looked;

    private Pulse(Desk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
        this.looked = desk.view();
    }

    static Pulse start(Desk desk, Clock clock) {
        var pulse = new Pulse(desk, clock);
        var thread = new Thread(pulse::beat, "dash-pulse");
        thread.setDaemon(true);
        thread.start();
        return pulse;
    }

    private void beat() {
        try {
            do {
                look();
            } while (!closed.await(EVERY_MS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() throws InterruptedException {
        try {
            var future = desk.look();
            future.completeOnTimeout(looked, PATIENCE_MS, TimeUnit.MILLISECONDS);
            looked = newer(future.get(), looked);
        } catch (ExecutionException | UnableToRunException stuck) {
            // The age of what was seen last says it.
        }
    }

    private static View newer(View one, View other) {
        return one.at().nanos() >= other.at().nanos() ? one : other;
    }

    /** The newest that is known, published or asked for. */
    View view() {
        return newer(desk.view(), looked);
    }

    /** How old what can be shown is; a desk that works never lets it get beyond a second or so. */
    Duration age(View view) {
        return Duration.ofNanos(Math.max(0, clock.nanos() - view.at().nanos()));
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
