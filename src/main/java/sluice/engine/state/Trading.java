package sluice.engine.state;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
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
    public TradingState at(VenueId venue, Symbol symbol) {
        return states.at(venue, symbol);
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
