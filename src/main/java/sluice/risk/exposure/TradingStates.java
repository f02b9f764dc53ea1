package sluice.risk.exposure;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import sluice.market.Symbol;
import sluice.market.VenueId;

/**
 * The trading state of the whole desk, and those of single venues, symbols and tags. The most severe wins. Immutable.
 */
public record TradingStates(
        TradingState global,
        Map<VenueId, TradingState> venues,
        Map<Symbol, TradingState> symbols,
        Map<String, TradingState> tags) {

    public static final TradingStates ACTIVE = new TradingStates(TradingState.ACTIVE, Map.of(), Map.of(), Map.of());

    public TradingStates {
        venues = Map.copyOf(venues);
        symbols = Map.copyOf(symbols);
        tags = Map.copyOf(tags);
    }

    public TradingState at(VenueId venue, Symbol symbol, Optional<String> tag) {
        return severest(of(symbol, tag), venues.getOrDefault(venue, TradingState.ACTIVE));
    }

    /** The state of a symbol wherever it is traded, for an order that has no venue yet. */
    public TradingState of(Symbol symbol, Optional<String> tag) {
        var tagged =
                tag.map(text -> tags.getOrDefault(text, TradingState.ACTIVE)).orElse(TradingState.ACTIVE);
        return severest(severest(global, symbols.getOrDefault(symbol, TradingState.ACTIVE)), tagged);
    }

    public TradingStates with(TradingState state) {
        return new TradingStates(state, venues, symbols, tags);
    }

    public TradingStates with(VenueId venue, TradingState state) {
        var more = new TreeMap<>(venues);
        more.put(venue, state);
        return new TradingStates(global, more, symbols, tags);
    }

    public TradingStates with(Symbol symbol, TradingState state) {
        var more = new TreeMap<>(symbols);
        more.put(symbol, state);
        return new TradingStates(global, venues, more, tags);
    }

    public TradingStates with(String tag, TradingState state) {
        var more = new TreeMap<>(tags);
        more.put(tag, state);
        return new TradingStates(global, venues, symbols, more);
    }

    private static TradingState severest(TradingState one, TradingState other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
