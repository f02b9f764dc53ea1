package sluice.order;

/** OrdStatus(39) as the operator sees it. */
public enum OrderState {
    PENDING,
    SUBMITTED,
    PARTIALLY_FILLED,
    FILLED,
    CANCELLING,
    CANCELLED,
    REJECTED;

    public boolean isTerminal() {
        return this == FILLED || this == CANCELLED || this == REJECTED;
    }

    public boolean isCancellable() {
        return this == SUBMITTED || this == PARTIALLY_FILLED;
    }
}
