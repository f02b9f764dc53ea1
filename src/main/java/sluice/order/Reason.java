package sluice.order;

/** Why an order ended, or why a request was turned down, in our words; the venue's own stand beside it as text. */
public enum Reason {
    /** We asked for the cancel. */
    REQUESTED,
    /** The venue cancelled it of its own accord. */
    VENUE_CANCELLED,
    EXPIRED,
    IOC_REMAINDER,
    FOK_UNFILLED,
    SELF_TRADE,
    /** It would have taken liquidity, and was post-only. */
    WOULD_TAKE,
    INSUFFICIENT_BALANCE,
    DUPLICATE_ID,
    UNKNOWN_SYMBOL,
    MARKET_CLOSED,
    /** Price, quantity or notional is off the venue's grid or bounds. */
    FILTER,
    RATE_LIMITED,
    NOT_PERMITTED,
    UNKNOWN_ORDER,
    /** The order had ended before the request came. */
    ALREADY_DONE,
    /** The transport proves that no byte of it left, or recovery proved that it never did. */
    NEVER_SENT,
    /** It left, and the absence rule proved that the venue never took it. */
    NEVER_ACCEPTED,
    /** The venue had it and now shows it nowhere. */
    LOST,
    /** What was left is under the venue's minimum. */
    DUST,
    /** Nothing more stood inside the collar. */
    COLLAR,
    /** Every child was rejected. */
    CHILDREN_REJECTED,
    /** Kill or halt ended it. */
    KILLED,
    /** The journal could not take it, so it was not sent. */
    JOURNAL_UNAVAILABLE,
    /** A code that our table does not have. */
    OTHER
}
