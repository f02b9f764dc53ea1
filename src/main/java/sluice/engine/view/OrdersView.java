package sluice.engine.view;

import java.util.List;
import java.util.Map;
import sluice.market.VenueId;
import sluice.order.parent.ParentOrder;
import sluice.order.position.Position;
import sluice.venue.VenueOrder;

/**
 * The folds of our orders. Immutable.
 *
 * @param parents oldest first; a list that never changes, since copying it for every view would cost too much
 * @param fills in the order they were booked, from view to view only growing; never changed either
 * @param external open orders of the account that are not ours, as of the last reconciliation
 */
public record OrdersView(
        List<ParentOrder> parents,
        List<FillView> fills,
        List<Position> positions,
        Map<VenueId, List<VenueOrder>> external) {

    public OrdersView {
        positions = List.copyOf(positions);
        external = Map.copyOf(external);
    }
}
