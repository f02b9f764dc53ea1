package sluice.recovery;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import sluice.order.ChildId;
import sluice.order.OrderId;
import sluice.order.ParentId;
import sluice.recovery.account.Expected;
import sluice.recovery.account.Suspicion;
import sluice.venue.Manifest;

/**
 * Everything of ours at one venue that its report is compared with. Immutable.
 *
 * @param orders all that are open there, and all that the report mentions, closed ones included
 * @param orderIds every id the venue had for one of them, beside the one it goes by: fills are often listed under
 *     nothing else, those of before an amend too
 * @param expected what the account should hold by what is booked
 */
public record Ours(
        Manifest manifest,
        Names names,
        List<Held> orders,
        Map<OrderId, ChildId> orderIds,
        Known known,
        Expected expected) {

    public Ours {
        orderIds = Map.copyOf(orderIds);
        orders = List.copyOf(orders);
    }

    /**
     * What our orders are called. Immutable.
     *
     * @param instanceTag this journal's own, as in its ClOrdIDs
     * @param nextParent the first parent number not taken
     * @param nextChild the first child number not taken; a higher one at the venue is of an order the journal lost
     */
    public record Names(String instanceTag, ParentId nextParent, ChildId nextChild, Orphans orphans) {}

    /** What becomes of an open order of ours that the journal lost, once it is adopted. */
    public enum Orphans {
        /** It is cancelled: nobody knows any more what it was for. */
        CANCEL,
        /** It goes on working. */
        KEEP
    }

    /**
     * What was found out before. Immutable.
     *
     * @param differences keys of the discrepancies that stand in the journal, so that they are not told twice
     * @param elsewhere keys of others' executions and of fundings that are booked
     * @param suspicions what the report before this one showed, by key
     */
    public record Known(Set<String> differences, Set<String> elsewhere, Map<String, Suspicion> suspicions) {

        public static final Known NOTHING = new Known(Set.of(), Set.of(), Map.of());

        public Known {
            differences = Set.copyOf(differences);
            elsewhere = Set.copyOf(elsewhere);
            suspicions = Map.copyOf(suspicions);
        }

        Optional<Suspicion> suspicion(String key) {
            return Optional.ofNullable(suspicions.get(key));
        }
    }
}
