package sluice.sim.server.counter;

import java.util.List;
import sluice.sim.Exchange;
import sluice.sim.binance.BinanceFront;
import sluice.sim.binance.Pace;
import sluice.sim.binance.call.ApiKey;
import sluice.sim.binance.call.Keys;
import sluice.sim.binance.call.Limits;
import sluice.sim.front.Faults;
import sluice.sim.front.Naming;
import sluice.sim.front.RequestLog;

/** Binance spot as it is served: an HMAC key. */
final class BinanceCounter {

    private BinanceCounter() {}

    static Counter of(Exchange exchange, SimKeys keys, boolean isPatient) {
        var faults = new Faults(BinanceFront.FAULTS);
        var log = new RequestLog();
        var key = keys.hmac();
        var known = new Keys(List.of(new ApiKey(key.apiKey(), key.apiSecret(), ApiKey.Kind.HMAC, Counter.DESK)));
        var front = new BinanceFront(exchange, faults, log, known, Limits.USUAL, isPatient ? Pace.PATIENT : Pace.USUAL);
        return new Counter(exchange, front, Naming.PLAIN, faults, log, key);
    }
}
