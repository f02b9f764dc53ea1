package sluice.engine.view;

import java.util.List;
import java.util.Map;
import sluice.engine.Scope;
import sluice.risk.exposure.TradingStates;
import sluice.risk.limits.Limits;

/** Limits, what of them is used, and the trading states with their reasons. Immutable. */
public record RiskView(Limits limits, TradingStates states, Map<Scope, String> reasons, List<Use> uses) {

    public RiskView {
        reasons = Map.copyOf(reasons);
        uses = List.copyOf(uses);
    }

    /** How much of a limit is used, both in the limit's own unit. */
    public record Use(String limit, String scope, String used, String max) {}
}
