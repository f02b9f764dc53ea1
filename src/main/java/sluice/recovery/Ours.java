package sluice.recovery;

import java.util.List;
import java.util.Set;
import sluice.venue.Manifest;

/**
 * Everything of ours at one venue that its report is compared with. Immutable.
 *
 * @param instanceTag this journal's own, as in its ClOrdIDs
 * @param orders all that this journal ever sent there and that the report may mention, closed ones included
 * @param noted discrepancies that stand in the journal already, so that they are not told twice
 */
public record Ours(Manifest manifest, String instanceTag, List<Held> orders, Set<Discrepancy> noted) {

    public Ours {
        orders = List.copyOf(orders);
        noted = Set.copyOf(noted);
    }
}
