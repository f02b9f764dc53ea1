package sluice.recovery;

import java.util.List;
import java.util.Map;
import java.util.Set;
import sluice.order.ChildId;
import sluice.order.OrderId;
import sluice.venue.Manifest;

/**
 * Everything of ours at one venue that its report is compared with. Immutable.
 *
 * @param instanceTag this journal's own, as in its ClOrdIDs
 * @param orders all that are open there, and all that the report mentions, closed ones included
 * @param orderIds every id the venue had for one of them, beside the one it goes by: fills are often listed under
 *     nothing else, those of before an amend too
 * @param noted discrepancies that stand in the journal already, so that they are not told twice
 */
public record Ours(
        Manifest manifest,
        String instanceTag,
        List<Held> orders,
        Map<OrderId, ChildId> orderIds,
        Set<Discrepancy> noted) {

    /** Where no order was ever amended. */
    public Ours(Manifest manifest, String instanceTag, List<Held> orders, Set<Discrepancy> noted) {
        this(manifest, instanceTag, orders, Map.of(), noted);
    }

    public Ours {
        orderIds = Map.copyOf(orderIds);
        orders = List.copyOf(orders);
        noted = Set.copyOf(noted);
    }
}
