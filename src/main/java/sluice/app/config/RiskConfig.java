package sluice.app.config;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import sluice.engine.Scope;
import sluice.engine.desk.Setup;
import sluice.market.VenueId;
import sluice.market.consolidated.Consolidation;
import sluice.recovery.Ours.Orphans;
import sluice.risk.limits.LimitKey;
import sluice.risk.limits.Limits;
import sluice.risk.limits.Restrictions;

/**
 * What the file says about limits, and about which books may be relied on. Immutable.
 *
 * @param set the limits it sets; all others are the profile's own
 * @param orphans what becomes of open orders of ours that the journal lost
 * @param deadMen by venue, the silence of ours after which it is to cancel everything
 * @param scoped by venue, symbol or tag, those that it has of its own
 */
public record RiskConfig(
        Map<LimitKey, BigDecimal> set,
        Map<Scope, Map<LimitKey, BigDecimal>> scoped,
        Restrictions restrictions,
        Orphans orphans,
        Map<VenueId, Duration> deadMen,
        Consolidation consolidation) {

    public static final RiskConfig USUAL =
            new RiskConfig(Map.of(), Map.of(), Restrictions.NONE, Orphans.CANCEL, Map.of(), Consolidation.DEFAULT);

    public RiskConfig {
        set = Map.copyOf(set);
        scoped = Map.copyOf(scoped);
        deadMen = Map.copyOf(deadMen);
    }

    public Limits limits(boolean simulated) {
        var limits = simulated ? Limits.simulated() : Limits.live();
        for (var each : set.entrySet()) {
            limits = limits.with(each.getKey(), each.getValue());
        }
        return limits;
    }

    public Setup.Configured configured(boolean simulated) {
        return new Setup.Configured(limits(simulated), scoped, restrictions, orphans, deadMen);
    }
}
