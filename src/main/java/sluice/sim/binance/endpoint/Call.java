package sluice.sim.binance.endpoint;

import java.util.Optional;
import sluice.sim.binance.call.ApiKey;
import sluice.sim.binance.call.Params;
import sluice.sim.binance.call.Refusal;

/** A request that has passed its checks: its parameters, and whose key signed it. */
public record Call(Params params, Optional<ApiKey> key) {

    String account() {
        return key.map(ApiKey::account).orElseThrow(Refusal::unknownKey);
    }
}
