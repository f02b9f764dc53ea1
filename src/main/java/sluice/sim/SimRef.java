package sluice.sim;

/** How an account names one of its orders. */
public sealed interface SimRef {

    /** The venue's own number. */
    record ByOrderId(long orderId) implements SimRef {}

    /** The account's name for it; of several orders the open one is meant, else the one that ended last. */
    record ByClientId(String clientId) implements SimRef {}

    static SimRef of(long orderId) {
        return new ByOrderId(orderId);
    }

    static SimRef of(String clientId) {
        return new ByClientId(clientId);
    }
}
