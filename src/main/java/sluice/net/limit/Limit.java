package sluice.net.limit;

import java.time.Duration;

/**
 * One limit of a venue's: so much of something in every window. Immutable.
 *
 * @param name the adapter's, by which what the venue reports of it is matched
 * @param aligned whether windows begin at multiples of their length on the venue's clock, all counts then starting at
 *     zero; otherwise the window slides
 */
public record Limit(String name, Counts counts, int capacity, Duration window, boolean aligned) {

    /** What is counted. Placing an order is the only request that adds to {@code ORDERS}. */
    public enum Counts {
        WEIGHT,
        REQUESTS,
        ORDERS
    }
}
