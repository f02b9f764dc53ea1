package sluice.sim.coinbase.call;

import java.time.Duration;

/**
 * How the venue behaves where its documentation leaves it open or where it is known to be odd. Immutable.
 *
 * @param returnsDuplicates whether a client order id that was used gives back its order; else the order is refused
 * @param cancelAfter how long an accepted cancel waits until it is done
 * @param fillsAfter how long a fill is missing from the list of fills
 * @param showsMakerSide whether a public trade's side is the maker's, as recordings show; else the aggressor's
 * @param subscribeWithin how long a socket may be open without a subscription
 * @param idle how long a socket lives on which nothing is sent
 */
public record Quirks(
        boolean returnsDuplicates,
        Duration cancelAfter,
        Duration fillsAfter,
        boolean showsMakerSide,
        Duration subscribeWithin,
        Duration idle) {

    public static final Quirks USUAL = new Quirks(
            true, Duration.ofMillis(20), Duration.ofMillis(100), true, Duration.ofSeconds(5), Duration.ofSeconds(75));

    /** The same, and no socket is ended. */
    public static final Quirks PATIENT = new Quirks(
            true, Duration.ofMillis(20), Duration.ofMillis(100), true, Duration.ofDays(365), Duration.ofDays(365));

    /** The other reading of what happens to a client order id that was used. */
    public Quirks refusingDuplicates() {
        return new Quirks(false, cancelAfter, fillsAfter, showsMakerSide, subscribeWithin, idle);
    }

    /** The other reading of a public trade's side. */
    public Quirks showingAggressor() {
        return new Quirks(returnsDuplicates, cancelAfter, fillsAfter, false, subscribeWithin, idle);
    }
}
