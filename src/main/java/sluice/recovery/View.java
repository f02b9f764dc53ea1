package sluice.recovery;

import static java.util.Comparator.comparing;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import sluice.order.OrderId;
import sluice.venue.Lookup;
import sluice.venue.Manifest;
import sluice.venue.VenueFill;
import sluice.venue.VenueOrder;

/**
 * What a report says about one order. Immutable.
 *
 * @param fills of the order, oldest first
 * @param unfound what asking for it brought, where it is not shown
 * @param former the venue's ids of what amends took the place of: their fills are the order's, and say nothing of it
 */
record View(
        Optional<VenueOrder> order, List<VenueFill> fills, Optional<Lookup> unfound, Scope scope, Set<OrderId> former) {

    /** What it says of the order as we hold it. */
    Optional<Step> compare(Held held, Manifest manifest, Findings findings) {
        return order.isPresent()
                ? new Shown(held, order.get(), this, findings).step()
                : new Unseen(held, this, manifest, findings).step();
    }

    /** The order in which fills are booked, whatever order they are listed in. */
    static final Comparator<VenueFill> OLDEST_FIRST = comparing(
                    (VenueFill fill) -> fill.execution().at())
            .thenComparing(fill -> fill.execution().execId().value())
            .thenComparing(fill -> fill.orderId().value());

    /**
     * How much was asked for. Immutable.
     *
     * @param complete whether open orders and fills were all listed, so that not to be among them means something
     * @param unclaimed whether a fill is listed that might be this order's, and says no order of ours
     * @param aheadForLong whether the venue has gone on to count more than it lists for as long as is waited for
     * @param behindForLong whether it has gone on to count less than it has told
     */
    record Scope(boolean complete, boolean unclaimed, boolean aheadForLong, boolean behindForLong) {

        /** One order, and nothing else. */
        static final Scope ONE = new Scope(false, false, false, false);
    }
}
