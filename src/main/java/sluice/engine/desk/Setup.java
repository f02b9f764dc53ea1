package sluice.engine.desk;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import sluice.engine.Scope;
import sluice.journal.Journal;
import sluice.market.Clock;
import sluice.market.VenueId;
import sluice.market.consolidated.Consolidation;
import sluice.recovery.Ours.Orphans;
import sluice.risk.limits.LimitKey;
import sluice.risk.limits.Limits;
import sluice.risk.limits.Restrictions;
import sluice.venue.Manifest;

/**
 * What a desk is made of.
 *
 * @param instanceTag for a journal that has none yet: random, lower-case letters and digits, never seen before
 * @param version of the program, for the journal
 */
public record Setup(
        Journal journal,
        Clock clock,
        List<Manifest> manifests,
        Configured limits,
        Consolidation consolidation,
        String instanceTag,
        String version) {

    /**
     * What the configuration says about risk: limits of the desk, those of single scopes, what is restricted, what
     * becomes of open orders of ours that the journal lost, and where and after how long a silence of ours the venue is
     * to cancel everything.
     */
    public record Configured(
            Limits all,
            Map<Scope, Map<LimitKey, BigDecimal>> scoped,
            Restrictions restrictions,
            Orphans orphans,
            Map<VenueId, Duration> deadMen) {

        /** Where what the journal lost is cancelled, and no venue minds our silence. */
        public Configured(Limits all, Map<Scope, Map<LimitKey, BigDecimal>> scoped, Restrictions restrictions) {
            this(all, scoped, restrictions, Orphans.CANCEL, Map.of());
        }

        public Configured {
            scoped = Map.copyOf(scoped);
            deadMen = Map.copyOf(deadMen);
        }
    }

    /** With the same limits for everything, and nothing restricted. */
    public Setup(
            Journal journal,
            Clock clock,
            List<Manifest> manifests,
            Limits limits,
            Consolidation consolidation,
            String instanceTag,
            String version) {
        this(
                journal,
                clock,
                manifests,
                new Configured(limits, Map.of(), Restrictions.NONE),
                consolidation,
                instanceTag,
                version);
    }

    public Orphans orphans() {
        return limits.orphans;
    }

    public Restrictions restrictions() {
        return limits.restrictions;
    }

    public Setup {
        manifests = List.copyOf(manifests);
    }
}
