package sluice.risk;

/** Why an order was refused, in the order in which reasons are told: of several, the first one is the answer. */
public enum Code {
    RISK_TRADING_STATE,
    RISK_JOURNAL,
    RISK_CLOCK,
    RISK_RESTRICTED,
    RISK_UNKNOWN,
    RISK_HALTED_INSTRUMENT,
    RISK_UNSUPPORTED,
    RISK_TICK,
    RISK_LOT,
    RISK_MIN_QTY,
    RISK_MIN_NOTIONAL,
    RISK_NO_BOOK,
    RISK_STALE_BOOK,
    RISK_CROSSED_BOOK,
    RISK_COLLAR,
    RISK_LAST_TRADE,
    RISK_MAX_NOTIONAL,
    RISK_MAX_ORDER_QTY,
    RISK_MAX_QTY,
    RISK_REDUCE_ONLY,
    RISK_MAX_POSITION,
    RISK_MAX_GROSS,
    RISK_MAX_NET,
    RISK_AT_VENUE,
    RISK_MAX_OPEN_ORDERS,
    RISK_ORDER_RATE,
    RISK_REPEATED,
    RISK_DUPLICATE,
    RISK_BALANCE,
    RISK_SELF_TRADE,
    RISK_WASH,
    /** Told, and never the reason for a refusal. */
    RISK_MAX_DEPTH,
    RISK_MAX_ADV;

    /** Whether the same order may pass a little later without anybody doing anything. */
    public boolean passes() {
        return this == RISK_NO_BOOK
                || this == RISK_STALE_BOOK
                || this == RISK_CROSSED_BOOK
                || this == RISK_ORDER_RATE
                || this == RISK_DUPLICATE
                || this == RISK_JOURNAL
                || this == RISK_CLOCK
                || this == RISK_UNKNOWN
                || this == RISK_WASH;
    }
}
