package sluice.risk.exposure;

import sluice.risk.limits.Refill;

/**
 * A token bucket, as the one moment at which it will be full again. Immutable.
 *
 * <p>Tokens come at a steady rate up to a burst. New orders leave a reserve untouched, cancels may take the last token
 * and are never refused.
 */
public record Bucket(long fullAtNanos) {

    /** Tokens used and not yet back, a started one counted whole. */
    public long used(Refill rate, long nowNanos) {
        var missing = fullAtNanos - nowNanos;
        return missing <= 0 ? 0 : (missing + rate.intervalNanos() - 1) / rate.intervalNanos();
    }

    Bucket less(Refill rate, long nowNanos) {
        var from = fullAtNanos - nowNanos > 0 ? fullAtNanos : nowNanos;
        var next = from + rate.intervalNanos();
        var empty = nowNanos + rate.intervalNanos() * rate.burst();
        return new Bucket(next - empty > 0 ? empty : next);
    }
}
