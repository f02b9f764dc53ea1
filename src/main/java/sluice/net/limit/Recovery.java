package sluice.net.limit;

/**
 * When a venue is left alone, and how soon a broken connection is tried again. Immutable.
 *
 * @param reserve how much of each limit is kept for cancels and queries
 */
public record Recovery(Breaker.Settings breaker, Backoff.Settings backoff, Throttle.Settings reserve) {

    public static final Recovery USUAL =
            new Recovery(Breaker.Settings.STANDARD, Backoff.Settings.STANDARD, Throttle.Settings.STANDARD);
}
