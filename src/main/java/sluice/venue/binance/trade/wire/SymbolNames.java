package sluice.venue.binance.trade.wire;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import sluice.market.Symbol;

/**
 * The venue's names for symbols and back.
 *
 * <p>Its names have no separator and must not be taken apart, so a name outside the configuration is shown whole, with
 * {@code UNLISTED} for a quote. Immutable.
 */
public final class SymbolNames {

    private static final String UNLISTED = "UNLISTED";

    private final Map<String, Symbol> byWireName;
    private final List<Symbol> symbols;

    public SymbolNames(Collection<Symbol> symbols) {
        var names = new HashMap<String, Symbol>();
        symbols.forEach(symbol -> names.put(wireName(symbol), symbol));
        this.byWireName = Map.copyOf(names);
        this.symbols = List.copyOf(symbols);
    }

    public static String wireName(Symbol symbol) {
        return symbol.quote().equals(UNLISTED) ? symbol.base() : symbol.base().concat(symbol.quote());
    }

    public Symbol symbol(String wireName) {
        var known = byWireName.get(wireName);
        return known == null ? Symbol.spot(wireName, UNLISTED) : known;
    }

    /** Those configured. */
    public List<Symbol> symbols() {
        return symbols;
    }
}
