package sluice.engine.desk;

import java.util.List;
import sluice.journal.Journal;
import sluice.market.Clock;
import sluice.market.consolidated.Consolidation;
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
        Limits limits,
        Consolidation consolidation,
        String instanceTag,
        String version) {

    public Setup {
        manifests = List.copyOf(manifests);
    }
}
