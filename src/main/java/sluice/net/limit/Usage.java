package sluice.net.limit;

/** How far one limit is used, by the clock its windows go by, in nanoseconds. Confined to its throttle. */
interface Usage {

    /**
     * The first time from {@code at} on when this much fits under this capacity, if nothing else is added.
     *
     * @param cost not over the capacity
     */
    long whenFits(int cost, int capacity, long at);

    void add(int cost, long at);

    /** The venue's own count, taken somewhere between the two times. */
    void observe(int used, long sent, long heard);

    int used(long at);
}
