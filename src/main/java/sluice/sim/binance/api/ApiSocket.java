package sluice.sim.binance.api;

import java.time.Instant;
import java.util.Optional;
import sluice.sim.binance.call.ApiKey;

/** One connection to the WebSocket API: since when, as whom, and whether its answers tell the limits. */
final class ApiSocket {

    private final long conn;
    private final Instant connectedAt;
    private final boolean returnsRateLimits;
    private Optional<ApiKey> user = Optional.empty();
    private Instant authorizedAt = Instant.EPOCH;

    ApiSocket(long conn, Instant connectedAt, boolean returnsRateLimits) {
        this.conn = conn;
        this.connectedAt = connectedAt;
        this.returnsRateLimits = returnsRateLimits;
    }

    long conn() {
        return conn;
    }

    Instant connectedAt() {
        return connectedAt;
    }

    Instant authorizedAt() {
        return authorizedAt;
    }

    boolean returnsRateLimits() {
        return returnsRateLimits;
    }

    Optional<ApiKey> user() {
        return user;
    }

    void logOn(ApiKey key, Instant at) {
        user = Optional.of(key);
        authorizedAt = at;
    }

    void logOut() {
        user = Optional.empty();
    }
}
