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
        return isRecent(at, Duration.ZERO);
    }

    /** The same at a venue whose reads may be behind by so much. */
    boolean isRecent(Stamp at, Duration lag) {
        return at.apart(lastEvent).compareTo(lag.compareTo(RECENT) > 0 ? lag : RECENT) < 0;
    }

    Held with(Absence more) {
        return new Held(order, sent, lastEvent, more);
    }
}
