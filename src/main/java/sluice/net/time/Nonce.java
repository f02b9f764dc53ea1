package sluice.net.time;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Numbers that only rise, for venues that refuse a lower one than the last. Confined to its session.
 *
 * <p>They follow the time, so that a desk whose memory is lost still rises; where the clock falls back they go on by
 * one.
 */
public final class Nonce {

    private final ChronoUnit unit;
    private long highest;

    /** @param highest the highest ever sent with this key, or zero */
    public Nonce(ChronoUnit unit, long highest) {
        this.unit = unit;
        this.highest = highest;
    }

    public long next(Instant now) {
        highest = Math.max(Math.addExact(highest, 1), unit.between(Instant.EPOCH, now));
        return highest;
    }

    /** What to restore from. */
    public long highest() {
        return highest;
    }
}
