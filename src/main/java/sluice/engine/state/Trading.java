package sluice.engine.state;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import sluice.engine.DeskEvent;
import sluice.engine.Scope;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.risk.exposure.TradingState;
import sluice.risk.exposure.TradingStates;

/** Whether trading goes on, for everything and for each venue and symbol, and why. */
public final class Trading {

    private TradingStates states = TradingStates.ACTIVE;
    private final Map<Scope, String> reasons = new HashMap<>();

    void apply(DeskEvent.TradingChanged event) {
        var scope = event.scope();
        if (scope.venue().isPresent()) {
            states = states.with(scope.venue().get(), event.state());
        } else if (scope.symbol().isPresent()) {
            states = states.with(scope.symbol().get(), event.state());
        } else if (scope.tag().isPresent()) {
            states = states.with(scope.tag().get(), event.state());
        } else {
            states = states.with(event.state());
        }
        reasons.put(scope, event.reason());
    }

    void restore(Picture.Halts halts) {
        states = halts.states();
        reasons.putAll(halts.reasons());
    }

    /** The most severe state that applies to an order. */
    public TradingState at(VenueId venue, Symbol symbol, Optional<String> tag) {
        return states.at(venue, symbol, tag);
    }

    /** That of the scope itself, whatever holds above it. */
    public TradingState of(Scope scope) {
        var at = scope.venue()
                .map(venue -> states.venues().get(venue))
                .or(() -> scope.symbol().map(symbol -> states.symbols().get(symbol)))
                .or(() -> scope.tag().map(tag -> states.tags().get(tag)));
        return scope.isGlobal() ? states.global() : at.orElse(TradingState.ACTIVE);
    }

    public TradingState global() {
        return states.global();
    }

    public TradingStates states() {
        return states;
    }

    public Map<Scope, String> reasons() {
        return Collections.unmodifiableMap(reasons);
    }
}
