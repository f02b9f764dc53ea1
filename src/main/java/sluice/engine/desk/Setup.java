package sluice.engine.desk;

import java.util.List;
import sluice.journal.Journal;
import sluice.market.Clock;
import sluice.market.consolidated.Consolidation;
import sluice.recovery.Ours.Orphans;
import sluice.risk.limits.Limits;
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
        Policy policy,
        Consolidation consolidation,
        String instanceTag,
        String version) {

    public Setup {
        manifests = List.copyOf(manifests);
    }

    /** With what is usual beside the limits. */
    public Setup(
            Journal journal,
            Clock clock,
            List<Manifest> manifests,
            Limits limits,
            Consolidation consolidation,
            String instanceTag,
            String version) {
        this(journal, clock, manifests, new Policy(limits, Orphans.CANCEL), consolidation, instanceTag, version);
    }

    public Limits limits() {
        return policy.limits();
    }

    /**
     * What is allowed, and what is done unasked. Immutable.
     *
     * @param orphans what becomes of open orders of ours that the journal lost
     */
    public record Policy(Limits limits, Orphans orphans) {}
}
