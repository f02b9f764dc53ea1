package sluice.sim;

/** How an account names one of its orders. */
public sealed interface SimRef {

    /** The venue's own number. */
    record ByOrderId(long orderId) implements SimRef {}

    /** The account's name for it; of several orders that had it, the newest is meant. */
    record ByClientId(String clientId) implements SimRef {}

    static SimRef of(long orderId) {
        return new ByOrderId(orderId);
    }

    static SimRef of(String clientId) {
        return new ByClientId(clientId);
    }
}
