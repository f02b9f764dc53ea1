package sluice.sim.server.counter;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import sluice.sim.Exchange;

/** The protocols that are simulated, by the name of their venue, and how a wire of each is put before an exchange. */
public final class Protocols {

    private static final Map<String, BiFunction<Exchange, SimKeys, Counter>> ALL = new TreeMap<>(
            Map.of("binance", BinanceCounter::of, "bybit", BybitCounter::of, "coinbase", CoinbaseCounter::of));

    private Protocols() {}

    public static List<String> names() {
        return List.copyOf(ALL.keySet());
    }

    /** Serves the desk's account at the exchange under the keys of the seed. */
    public static Counter counter(Exchange exchange, long seed) {
        exchange.enroll(Counter.DESK);
        return Optional.ofNullable(ALL.get(exchange.venue()))
                .orElseThrow(() -> new IllegalArgumentException("no protocol of " + exchange.venue()))
                .apply(exchange, new SimKeys(seed, exchange.venue()));
    }
}
