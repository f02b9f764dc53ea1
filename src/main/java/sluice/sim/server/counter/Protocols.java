package sluice.sim.server.counter;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import sluice.sim.Exchange;

/** The protocols that are simulated, by the name of their venue, and how a wire of each is put before an exchange. */
public final class Protocols {

    private static final Map<String, Wiring> ALL = new TreeMap<>(
            Map.of("binance", BinanceCounter::of, "bybit", BybitCounter::of, "coinbase", CoinbaseCounter::of));

    /** Puts a wire before an exchange; a patient one ends no socket for what its other end does not do in time. */
    private interface Wiring {

        Counter of(Exchange exchange, SimKeys keys, boolean isPatient);
    }

    private Protocols() {}

    public static List<String> names() {
        return List.copyOf(ALL.keySet());
    }

    /**
     * Serves the desk's account at the exchange under the keys of the seed.
     *
     * @param isPatient whether sockets live on though their other ends are slow, for where time runs at another speed
     */
    public static Counter counter(Exchange exchange, long seed, boolean isPatient) {
        exchange.enroll(Counter.DESK);
        return Optional.ofNullable(ALL.get(exchange.venue()))
                .orElseThrow(() -> new IllegalArgumentException("no protocol of " + exchange.venue()))
                .of(exchange, new SimKeys(seed, exchange.venue()), isPatient);
    }
}
