package sluice.recovery;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import sluice.order.OrderId;
import sluice.venue.Lookup;
import sluice.venue.VenueFill;
import sluice.venue.VenueOrder;

/**
 * What a report says about one order. Immutable.
 *
 * @param fills of the order, oldest first
 * @param unfound what asking for it brought, where it is not shown
 * @param complete whether open orders and fills were all listed, so that not to be among them means something
 * @param unclaimed whether a fill is listed that might be this order's, and says no order of ours
 * @param former the venue's ids of what amends took the place of: their fills are the order's, and say nothing of it
 */
record View(
        Optional<VenueOrder> order,
        List<VenueFill> fills,
        Optional<Lookup> unfound,
        boolean complete,
        boolean unclaimed,
        Set<OrderId> former) {}
