package sluice.engine.view;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import sluice.engine.Scope;
import sluice.risk.exposure.TradingStates;
import sluice.risk.limits.LimitKey;
import sluice.risk.limits.Limits;

/**
 * Limits, what of them is used, and the trading states with their reasons. Immutable.
 *
 * @param own by scope, the limits that it has of its own
 * @param set by scope, those of them, and of the desk's, that were set by command
 */
public record RiskView(
        Limits limits,
        TradingStates states,
        Map<Scope, String> reasons,
        List<Use> uses,
        Map<Scope, Map<LimitKey, BigDecimal>> own,
        Map<Scope, Map<LimitKey, BigDecimal>> set) {

    public RiskView {
        reasons = Map.copyOf(reasons);
        uses = List.copyOf(uses);
    }

    public RiskView(Limits limits, TradingStates states, Map<Scope, String> reasons, List<Use> uses) {
        this(limits, states, reasons, uses, Map.of(), Map.of());
    }

    /** How much of a limit is used, and how much is left, in the limit's own unit. */
    public record Use(String limit, String scope, BigDecimal used, BigDecimal max) {

        public BigDecimal left() {
            return max.subtract(used);
        }
    }
}
