package sluice.market;

/** Whether an order buys or sells; {@link #sign} is the {@code s} of every cost formula. */
public enum Side {
    BUY,
    SELL;

    /** +1 for a buy, -1 for a sell. */
    public int sign() {
        return this == BUY ? 1 : -1;
    }

    public Side opposite() {
        return this == BUY ? SELL : BUY;
    }
}
