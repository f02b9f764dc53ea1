package sluice.venue.binance.market;

import java.util.SplittableRandom;

/**
 * Exponential backoff with full jitter: the first retry comes within 50 milliseconds, none later than half a minute.
 * Confined to its session.
 */
final class Retry {

    private static final long FIRST_NANOS = 50_000_000;
    private static final long LONGEST_NANOS = 30_000_000_000L;

    private final SplittableRandom random;
    private long ceiling = FIRST_NANOS;

    Retry(SplittableRandom random) {
        this.random = random;
    }

    /** When to try again. */
    long after(long nanos) {
        long wait = random.nextLong(ceiling);
        ceiling = Math.min(LONGEST_NANOS, 2 * ceiling);
        return nanos + wait;
    }

    void reset() {
        ceiling = FIRST_NANOS;
    }
}
