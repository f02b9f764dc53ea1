package sluice.recovery;

import java.time.Duration;
import sluice.market.Stamp;
import sluice.order.Order;

/**
 * An order as we hold it, and what a report is read against besides. Immutable.
 *
 * @param sent whether the journal knows that its bytes were handed over
 * @param lastEvent when we last learned anything about it
 */
public record Held(Order order, boolean sent, Stamp lastEvent, Absence absence) {

    private static final Duration RECENT = Duration.ofSeconds(5);

    /** So young that a report may have been taken before it; only what proves something positive counts then. */
    boolean isRecent(Stamp at) {
        return at.apart(lastEvent).compareTo(RECENT) < 0;
    }

    Held with(Absence more) {
        return new Held(order, sent, lastEvent, more);
    }
}
