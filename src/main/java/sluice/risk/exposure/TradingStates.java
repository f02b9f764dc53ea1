package sluice.risk.exposure;

import java.util.Map;
import java.util.TreeMap;
import sluice.market.Symbol;
import sluice.market.VenueId;

/** The trading state of the whole desk, and those of single venues and symbols. The most severe wins. Immutable. */
public record TradingStates(TradingState global, Map<VenueId, TradingState> venues, Map<Symbol, TradingState> symbols) {

    public static final TradingStates ACTIVE = new TradingStates(TradingState.ACTIVE, Map.of(), Map.of());

    public TradingStates {
        venues = Map.copyOf(venues);
        symbols = Map.copyOf(symbols);
    }

    public TradingState at(VenueId venue, Symbol symbol) {
        return severest(of(symbol), venues.getOrDefault(venue, TradingState.ACTIVE));
    }

    /** The state of a symbol wherever it is traded, for an order that has no venue yet. */
    public TradingState of(Symbol symbol) {
        return severest(global, symbols.getOrDefault(symbol, TradingState.ACTIVE));
    }

    public TradingStates with(TradingState state) {
        return new TradingStates(state, venues, symbols);
    }

    public TradingStates with(VenueId venue, TradingState state) {
        var more = new TreeMap<>(venues);
        more.put(venue, state);
        return new TradingStates(global, more, symbols);
    }

    public TradingStates with(Symbol symbol, TradingState state) {
        var more = new TreeMap<>(symbols);
        more.put(symbol, state);
        return new TradingStates(global, venues, more);
    }

    private static TradingState severest(TradingState one, TradingState other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
