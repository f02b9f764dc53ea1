package sluice.health.check;

import java.time.Duration;

/** From where on something is not well any more. Immutable. */
public record Limits(Orders orders, Links links, Machine machine) {

    public static final Limits USUAL = new Limits(
            new Orders(Duration.ofSeconds(2), Duration.ofSeconds(5), 50, 5),
            new Links(Duration.ofSeconds(3), Duration.ofSeconds(10), 6, Duration.ofMillis(500)),
            new Machine(Duration.ofMillis(100), 5_000, 90));

    /**
     * Of the last five minutes.
     *
     * @param latency 99 of 100 orders are answered sooner
     * @param fillIn within this a taking order is expected to fill
     * @param fillPct at least so many do
     * @param errorPct at most so many new orders are rejected or in doubt
     */
    public record Orders(Duration latency, Duration fillIn, double fillPct, double errorPct) {}

    /**
     * @param bookAge the oldest proof that a book's feed lives
     * @param down how long a feed may be without
     * @param reconnects in an hour
     * @param clock the venue's clock against ours
     */
    public record Links(Duration bookAge, Duration down, int reconnects, Duration clock) {}

    /**
     * @param journal 99 of 100 commits are sooner
     * @param inbox how many inputs wait for the desk
     * @param memoryPct of the heap that is in use after all
     */
    public record Machine(Duration journal, int inbox, double memoryPct) {}
}
