package sluice.venue.binance.trade.reply;

import java.util.Optional;
import sluice.order.Execution;
import sluice.venue.VenueOrder;

/**
 * One event of one order on the private stream. Immutable.
 *
 * @param order as it stands after the event, under our id for it
 * @param trade the execution, when it is one
 */
public record ExecutionReport(Kind kind, VenueOrder order, Optional<Execution> trade) {

    /** The venue's execution types; OTHER for one we do not know. */
    public enum Kind {
        NEW,
        CANCELED,
        REPLACED,
        REJECTED,
        TRADE,
        EXPIRED,
        TRADE_PREVENTION,
        OTHER
    }
}
