package sluice.net.limit;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * When to try a connection again: exponential, with full jitter so that many desks do not return at once. Confined to
 * its session.
 *
 * <ol>
 *   <li>The first retry comes within {@code first}, each later one within twice as long, at most {@code cap}.
 *   <li>A connection that lasted begins anew; one that did not counts as a try.
 *   <li>Nothing is tried before a ban is over.
 * </ol>
 */
public final class Backoff {

    private final Settings settings;
    private final RandomGenerator random;
    private int tries;
    private boolean connected;
    private long connectedNanos;
    private boolean held;
    private long heldNanos;

    public Backoff(Settings settings, RandomGenerator random) {
        this.settings = settings;
        this.random = random;
    }

    /** @param lasted how long a connection has to have lasted to be taken for sound */
    public record Settings(Duration first, Duration cap, Duration lasted) {

        public static final Settings STANDARD =
                new Settings(Duration.ofMillis(50), Duration.ofSeconds(30), Duration.ofSeconds(60));
    }

    /** A connection is up. */
    public void connected(long nanos) {
        connected = true;
        connectedNanos = nanos;
    }

    /** A connection was lost or did not come about; the time to try again. */
    public long next(long nanos) {
        if (connected && nanos - connectedNanos >= settings.lasted().toNanos()) {
            tries = 0;
        }
        connected = false;
        long retry = nanos + (long) (random.nextDouble() * ceiling());
        tries++;
        return held ? Math.max(retry, heldNanos) : retry;
    }

    /** The venue will not hear of us before this time. */
    public void notBefore(long nanos) {
        heldNanos = held ? Math.max(heldNanos, nanos) : nanos;
        held = true;
    }

    private double ceiling() {
        return Math.min(settings.first().toNanos() * Math.pow(2, tries), (double)
                settings.cap().toNanos());
    }
}
