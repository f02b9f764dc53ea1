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
 * @param parents oldest first
 * @param fills in the order they were booked; only ever grows
 * @param external open orders of the account that are not ours, as of the last reconciliation
 */
public record OrdersView(
        List<ParentOrder> parents,
        List<FillView> fills,
        List<Position> positions,
        Map<VenueId, List<VenueOrder>> external) {

    public OrdersView {
        parents = List.copyOf(parents);
        fills = List.copyOf(fills);
        positions = List.copyOf(positions);
        external = Map.copyOf(external);
    }
}
