package sluice.sim.server.counter;

import java.util.List;
import sluice.sim.Exchange;
import sluice.sim.coinbase.CoinbaseFront;
import sluice.sim.coinbase.CoinbaseNaming;
import sluice.sim.coinbase.call.ApiKey;
import sluice.sim.coinbase.call.Ids;
import sluice.sim.coinbase.call.Keys;
import sluice.sim.coinbase.call.Limits;
import sluice.sim.coinbase.call.Quirks;
import sluice.sim.front.Faults;
import sluice.sim.front.RequestLog;

/** Coinbase Advanced Trade as it is served: the key is a name with an EC private key in PEM. */
final class CoinbaseCounter {

    private CoinbaseCounter() {}

    static Counter of(Exchange exchange, SimKeys keys, boolean isPatient) {
        var faults = new Faults(CoinbaseFront.FAULTS);
        var log = new RequestLog();
        var pair = keys.ec();
        var name = "organizations/" + Ids.named(keys.derived("organization")) + "/apiKeys/"
                + Ids.named(keys.derived("key"));
        var known = new Keys(List.of(ApiKey.trading(name, pair.publicKey(), Counter.DESK)));
        var front = new CoinbaseFront(
                exchange, faults, log, known, Limits.USUAL, isPatient ? Quirks.PATIENT : Quirks.USUAL);
        return new Counter(exchange, front, new CoinbaseNaming(), faults, log, new SimKey(name, pair.pem()));
    }
}
