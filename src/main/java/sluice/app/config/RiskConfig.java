package sluice.app.config;

import java.math.BigDecimal;
import java.util.Map;
import sluice.market.Symbol;
import sluice.market.consolidated.Consolidation;
import sluice.risk.limits.LimitKey;
import sluice.risk.limits.Limits;

/**
 * What the file says about limits, and about which books may be relied on. Immutable.
 *
 * @param set the limits it sets; all others are the profile's own
 */
public record RiskConfig(Map<LimitKey, BigDecimal> set, Map<Symbol, Limits.Own> symbols, Consolidation consolidation) {

    public static final RiskConfig USUAL = new RiskConfig(Map.of(), Map.of(), Consolidation.DEFAULT);

    public RiskConfig {
        set = Map.copyOf(set);
        symbols = Map.copyOf(symbols);
    }

    public Limits limits(boolean simulated) {
        var limits = simulated ? Limits.simulated() : Limits.live();
        for (var each : set.entrySet()) {
            limits = limits.with(each.getKey(), each.getValue());
        }
        for (var each : symbols.entrySet()) {
            limits = limits.with(each.getKey(), each.getValue());
        }
        return limits;
    }
}
