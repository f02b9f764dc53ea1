package sluice.simulation;

import java.util.List;
import java.util.stream.Stream;
import sluice.market.Symbol;

/** Who plays in a simulation: the venues, and what is traded there. */
enum Cast {
    BINANCE(List.of("binance"), "BTC-USDT"),
    BYBIT(List.of("bybit"), "BTC-USDT", "BTC-USDT-PERP"),
    COINBASE(List.of("coinbase"), "BTC-USDT"),
    /** With an order that names no venue the router's to split. */
    ALL(List.of("binance", "coinbase", "bybit"), "BTC-USDT", "BTC-USDT-PERP");

    private final List<String> venues;
    private final List<Symbol> symbols;

    Cast(List<String> venues, String... symbols) {
        this.venues = venues;
        this.symbols = Stream.of(symbols).map(Symbol::of).toList();
    }

    List<String> venues() {
        return venues;
    }

    List<Symbol> symbols() {
        return symbols;
    }
}
