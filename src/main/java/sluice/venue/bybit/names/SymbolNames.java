package sluice.venue.bybit.names;

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

    private record Key(Category category, String wireName) {}

    private final Map<Key, Symbol> byWireName;
    private final List<Symbol> symbols;

    public SymbolNames(Collection<Symbol> symbols) {
        var names = new HashMap<Key, Symbol>();
        symbols.forEach(symbol -> names.put(new Key(Category.of(symbol), wireName(symbol)), symbol));
        this.byWireName = Map.copyOf(names);
        this.symbols = List.copyOf(symbols);
    }

    /** Instruments: a perpetual on USDC is called {@code BTCPERP}, all others are base and quote. */
    public static String wireName(Symbol symbol) {
        if (symbol.quote().equals(UNLISTED)) {
            return symbol.base();
        }
        return symbol.base().concat(symbol.isPerpetual() && symbol.quote().equals("USDC") ? "PERP" : symbol.quote());
    }

    public Symbol symbol(Category category, String wireName) {
        var known = byWireName.get(new Key(category, wireName));
        return known == null ? new Symbol(wireName, UNLISTED, category.kind()) : known;
    }

    /** Those configured. */
    public List<Symbol> symbols() {
        return symbols;
    }

    /** Those configured of one category. */
    public List<Symbol> symbols(Category category) {
        return symbols.stream()
                .filter(symbol -> Category.of(symbol) == category)
                .toList();
    }
}
