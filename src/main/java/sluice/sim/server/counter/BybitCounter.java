package sluice.sim.server.counter;

import java.util.List;
import sluice.sim.Exchange;
import sluice.sim.bybit.BybitFront;
import sluice.sim.bybit.Pace;
import sluice.sim.bybit.call.Keys;
import sluice.sim.bybit.call.Rates;
import sluice.sim.front.Faults;
import sluice.sim.front.RequestLog;

/** Bybit, spot and linear, as it is served: an HMAC key. */
final class BybitCounter {

    private BybitCounter() {}

    static Counter of(Exchange exchange, SimKeys keys, boolean isPatient) {
        var faults = new Faults(BybitFront.FAULTS);
        var log = new RequestLog();
        var key = keys.hmac();
        var known = new Keys(List.of(new Keys.ApiKey(key.apiKey(), key.apiSecret(), Counter.DESK)));
        var front = new BybitFront(
                exchange, faults, log, known, new Rates(BybitFront.PER_IP), isPatient ? Pace.PATIENT : Pace.USUAL);
        return new Counter(exchange, front, front.names(), faults, log, key);
    }
}
