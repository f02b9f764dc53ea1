package sluice.sim.server;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import sluice.sim.Exchange;
import sluice.sim.binance.BinanceFront;
import sluice.sim.binance.Pace;
import sluice.sim.binance.call.ApiKey;
import sluice.sim.binance.call.Keys;
import sluice.sim.binance.call.Limits;
import sluice.sim.front.Faults;
import sluice.sim.front.Naming;
import sluice.sim.front.RequestLog;

/** The protocols that are simulated, by the name of their venue, and how a wire of each is put before an exchange. */
final class Protocols {

    private static final Map<String, BiFunction<Exchange, SimKeys, Counter>> ALL =
            new TreeMap<>(Map.of("binance", Protocols::binance));

    private Protocols() {}

    static List<String> names() {
        return List.copyOf(ALL.keySet());
    }

    static Counter counter(Exchange exchange, SimKeys keys) {
        return Optional.ofNullable(ALL.get(exchange.venue()))
                .orElseThrow(() -> new IllegalArgumentException("no protocol of " + exchange.venue()))
                .apply(exchange, keys);
    }

    private static Counter binance(Exchange exchange, SimKeys keys) {
        var faults = new Faults(BinanceFront.FAULTS);
        var log = new RequestLog();
        var key = keys.hmac();
        var known = new Keys(List.of(new ApiKey(key.apiKey(), key.apiSecret(), ApiKey.Kind.HMAC, Counter.DESK)));
        var front = new BinanceFront(exchange, faults, log, known, Limits.USUAL, Pace.USUAL);
        return new Counter(exchange, front, Naming.PLAIN, faults, log, key);
    }
}
