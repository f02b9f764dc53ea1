package sluice.net.limit;

import java.time.Duration;

/**
 * When a venue is left alone, and how soon a broken connection is tried again. Immutable.
 *
 * @param timeEvery between two questions for its time; how long they take tells how the way to it does
 * @param reserve how much of each limit is kept for cancels and queries
 */
public record Recovery(
        Breaker.Settings breaker, Backoff.Settings backoff, Throttle.Settings reserve, Duration timeEvery) {

    public static final Recovery USUAL = new Recovery(
            Breaker.Settings.STANDARD, Backoff.Settings.STANDARD, Throttle.Settings.STANDARD, Duration.ofMinutes(5));

    /** The same, with so much time between two questions for the time. */
    public Recovery asking(Duration every) {
        return new Recovery(breaker, backoff, reserve, every);
    }
}
