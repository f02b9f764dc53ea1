package sluice.sim;

/** What happens when an order meets one of its own account; the taker's mode decides. */
public enum SelfTrade {
    NONE,
    EXPIRE_TAKER,
    EXPIRE_MAKER,
    EXPIRE_BOTH,
    DECREMENT,
    TRANSFER;

    /** Whether the exchange can do it; an order in another mode is denied. */
    public boolean isKnown() {
        return this != DECREMENT && this != TRANSFER;
    }

    public boolean expiresTaker() {
        return this == EXPIRE_TAKER || this == EXPIRE_BOTH;
    }

    public boolean expiresMaker() {
        return this == EXPIRE_MAKER || this == EXPIRE_BOTH;
    }
}
