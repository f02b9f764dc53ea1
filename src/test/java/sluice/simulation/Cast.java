package sluice.simulation;

import java.util.List;
import java.util.stream.Stream;
import sluice.market.Symbol;

/** Who plays in a simulation: the venues, what is traded there, and how lively it is. */
enum Cast {
    BINANCE(5, Tempo.LIVELY, List.of("binance"), "BTC-USDT"),
    BYBIT(4, Tempo.LIVELY, List.of("bybit"), "BTC-USDT", "BTC-USDT-PERP"),
    COINBASE(3, Tempo.LIVELY, List.of("coinbase"), "BTC-USDT"),
    /** With an order that names no venue the router's to split. */
    ALL(3, Tempo.LIVELY, List.of("binance", "coinbase", "bybit"), "BTC-USDT", "BTC-USDT-PERP"),
    /** Nothing but our own orders, many of them, in a thin book whose prices stand still. */
    BINANCE_ORDERS(35, Tempo.ORDERS, List.of("binance"), "BTC-USDT"),
    BYBIT_ORDERS(30, Tempo.ORDERS, List.of("bybit"), "BTC-USDT", "BTC-USDT-PERP"),
    COINBASE_ORDERS(20, Tempo.ORDERS.atOnce(3), List.of("coinbase"), "BTC-USDT");

    private final int percent;
    private final Tempo tempo;
    private final List<String> venues;
    private final List<Symbol> symbols;

    Cast(int percent, Tempo tempo, List<String> venues, String... symbols) {
        this.percent = percent;
        this.tempo = tempo;
        this.venues = venues;
        this.symbols = Stream.of(symbols).map(Symbol::of).toList();
    }

    /** Of so many seeds, those that are played with this cast. */
    int share(int seeds) {
        return (seeds * percent + 99) / 100;
    }

    /** Who plays a seed of a run of all casts. */
    static Cast of(long seed) {
        var left = Math.floorMod(seed * 37, 100);
        for (var cast : values()) {
            left -= cast.percent;
            if (left < 0) {
                return cast;
            }
        }
        throw new AssertionError("shares do not come to the whole");
    }

    Tempo tempo() {
        return tempo;
    }

    List<String> venues() {
        return venues;
    }

    List<Symbol> symbols() {
        return symbols;
    }
}
