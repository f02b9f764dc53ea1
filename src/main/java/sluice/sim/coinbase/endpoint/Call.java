package sluice.sim.coinbase.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import sluice.sim.coinbase.call.ApiKey;
import sluice.sim.coinbase.call.Query;
import sluice.sim.coinbase.call.Refusal;

/** A request that has passed its checks: what it carries, what its path names, and whose key sent it. */
public record Call(Query query, JsonNode body, String named, Optional<ApiKey> key) {

    ApiKey caller() {
        return key.orElseThrow(Refusal::unauthorized);
    }

    String account() {
        return caller().account();
    }
}
