package sluice.sim;

import java.time.Instant;
import java.util.Optional;

/**
 * One step in an order's life, told to its account. Immutable.
 *
 * @param origClientId the client id before the step; another than the order's only when it was replaced under a new one
 */
public record OrderChange(
        SimOrder order, String origClientId, Kind kind, Optional<SimFill> fill, long execId, Instant at) {

    /** What happened. */
    public enum Kind {
        NEW,
        TRADE,
        CANCELED,
        EXPIRED,
        REPLACED,
        TRADE_PREVENTION
    }

    public String account() {
        return order.account();
    }
}
