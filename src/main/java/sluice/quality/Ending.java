package sluice.quality;

import sluice.order.Reason;

/** How a child ended, as fill ratios tell it apart. */
public enum Ending {
    /** It may still fill, so it counts in no ratio. */
    OPEN,
    FILLED,
    /** We cancelled it. */
    CANCELLED,
    /** What could not be taken at once, or not in time. */
    EXPIRED,
    /** The venue cancelled it of its own accord. */
    VENUE_CANCELLED,
    REJECTED,
    /** Nobody knows yet; it counts in no ratio. */
    IN_DOUBT,
    /** It never was at a venue, so it counts in no ratio. */
    NEVER_SENT;

    static Ending of(Reason reason) {
        return switch (reason) {
            case REQUESTED, KILLED, DUST, COLLAR, ALREADY_DONE -> CANCELLED;
            case EXPIRED, IOC_REMAINDER, FOK_UNFILLED, WOULD_TAKE -> EXPIRED;
            case NEVER_SENT, NEVER_ACCEPTED, JOURNAL_UNAVAILABLE -> NEVER_SENT;
            case CHILDREN_REJECTED,
                    INSUFFICIENT_BALANCE,
                    DUPLICATE_ID,
                    UNKNOWN_SYMBOL,
                    MARKET_CLOSED,
                    FILTER,
                    RATE_LIMITED,
                    NOT_PERMITTED -> REJECTED;
            case VENUE_CANCELLED, SELF_TRADE, UNKNOWN_ORDER, LOST, OTHER -> VENUE_CANCELLED;
        };
    }

    /** Whether it was at a venue and is over. */
    public boolean counts() {
        return this != OPEN && this != IN_DOUBT && this != NEVER_SENT;
    }
}
