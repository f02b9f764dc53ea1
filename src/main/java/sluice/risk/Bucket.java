package sluice.risk;

/**
 * A token bucket, as the one moment at which it will be full again. Immutable.
 *
 * <p>Tokens come at a steady rate up to a burst. New orders leave a reserve untouched, cancels may take the last token
 * and are never refused.
 */
record Bucket(long fullAtNanos) {

    /** How fast tokens come and how many there are room for. */
    record Rate(long intervalNanos, long burst) {

        static Rate of(long perSecond, long burst) {
            return new Rate(1_000_000_000L / Math.max(1, perSecond), burst);
        }
    }

    /** Tokens used and not yet back, a started one counted whole. */
    long used(Rate rate, long nowNanos) {
        var missing = fullAtNanos - nowNanos;
        return missing <= 0 ? 0 : (missing + rate.intervalNanos() - 1) / rate.intervalNanos();
    }

    Bucket less(Rate rate, long nowNanos) {
        var from = fullAtNanos - nowNanos > 0 ? fullAtNanos : nowNanos;
        var next = from + rate.intervalNanos();
        var empty = nowNanos + rate.intervalNanos() * rate.burst();
        return new Bucket(next - empty > 0 ? empty : next);
    }
}
