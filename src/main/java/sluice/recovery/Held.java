package sluice.recovery;

import java.time.Duration;
import sluice.market.Stamp;
import sluice.order.Order;

/**
 * An order as we hold it, and what a report is read against besides. Immutable.
 *
 * @param sent whether the journal knows that its bytes were handed over
 * @param lastEvent when we last learned anything about it
 * @param isAhead whether that was after the report was asked for, which may then be older than what we know
 */
public record Held(Order order, boolean sent, Stamp lastEvent, Absence absence, boolean isAhead) {

    private static final Duration RECENT = Duration.ofSeconds(5);

    public Held(Order order, boolean sent, Stamp lastEvent, Absence absence) {
        this(order, sent, lastEvent, absence, false);
    }

    /** The same beside a report that was asked for then. */
    public Held askedFor(Stamp asked) {
        return new Held(order, sent, lastEvent, absence, lastEvent.nanos() > asked.nanos());
    }

    /** So young that a report may have been taken before it; only what proves something positive counts then. */
    boolean isRecent(Stamp at) {
        return isRecent(at, Duration.ZERO);
    }

    /** The same at a venue whose reads may be behind by so much. */
    boolean isRecent(Stamp at, Duration lag) {
        return isAhead || at.apart(lastEvent).compareTo(lag.compareTo(RECENT) > 0 ? lag : RECENT) < 0;
    }

    Held with(Absence more) {
        return new Held(order, sent, lastEvent, more, isAhead);
    }
}
