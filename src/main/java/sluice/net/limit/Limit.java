package sluice.net.limit;

import java.time.Duration;

/**
 * One limit of a venue's: so much of something in every window. Immutable.
 *
 * @param name the adapter's, by which what the venue reports of it is matched
 * @param group of endpoints that it holds for; empty for all of them
 * @param aligned whether windows begin at multiples of their length on the venue's clock, all counts then starting at
 *     zero; otherwise the window slides
 */
public record Limit(String name, String group, Counts counts, int capacity, Duration window, boolean aligned) {

    /** What is counted. Placing an order is the only request that adds to {@code ORDERS}. */
    public enum Counts {
        WEIGHT,
        REQUESTS,
        ORDERS
    }

    /** One for all endpoints. */
    public Limit(String name, Counts counts, int capacity, Duration window, boolean aligned) {
        this(name, "", counts, capacity, window, aligned);
    }

    /** So many requests to the endpoints of a group in any such time; the group's name is the limit's. */
    public static Limit requests(String group, int capacity, Duration window) {
        return new Limit(group, group, Counts.REQUESTS, capacity, window, false);
    }

    boolean isOfAGroup() {
        return !group.isEmpty();
    }
}
