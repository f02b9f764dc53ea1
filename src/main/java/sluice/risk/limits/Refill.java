package sluice.risk.limits;

/** How fast the tokens of a bucket come back, and how many it has room for. Immutable. */
public record Refill(long intervalNanos, long burst) {

    private static final long SECOND = 1_000_000_000L;

    static Refill of(long perSecond, long burst) {
        return perSecond == 0 ? new Refill(SECOND * 3600, 0) : new Refill(SECOND / perSecond, burst);
    }
}
