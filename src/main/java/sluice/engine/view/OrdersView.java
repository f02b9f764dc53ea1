package sluice.engine.view;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import sluice.market.VenueId;
import sluice.order.ParentId;
import sluice.order.parent.ParentOrder;
import sluice.order.position.Position;
import sluice.venue.VenueOrder;

/**
 * The folds of our orders. Immutable.
 *
 * @param parents oldest first; a list that never changes, since copying it for every view would cost too much and of
 *     which those that are long over are made each time they are looked at
 * @param working those of the parents that are not over, oldest first
 * @param fills in the order they were booked, from view to view only growing; never changed either
 * @param external open orders of the account that are not ours, as of the last reconciliation
 * @param doubts orders that are being asked about
 * @param accounts where journal and venues are not at one
 */
public record OrdersView(
        List<ParentOrder> parents,
        List<ParentOrder> working,
        List<FillView> fills,
        List<Position> positions,
        Map<VenueId, List<VenueOrder>> external,
        List<DoubtView> doubts,
        AccountsView accounts) {

    public OrdersView {
        doubts = List.copyOf(doubts);
        working = List.copyOf(working);
        positions = List.copyOf(positions);
        external = Map.copyOf(external);
    }

    /** The same, the working ones picked out. */
    public OrdersView(
            List<ParentOrder> parents,
            List<FillView> fills,
            List<Position> positions,
            Map<VenueId, List<VenueOrder>> external) {
        this(
                parents,
                parents.stream().filter(order -> !order.state().isTerminal()).toList(),
                fills,
                positions,
                external,
                List.of(),
                AccountsView.AT_ONE);
    }

    /** The parent of that number, found without a look at all of them. */
    public Optional<ParentOrder> parent(ParentId id) {
        int low = 0;
        int high = parents.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            var found = parents.get(middle);
            int side = found.parent().id().compareTo(id);
            if (side == 0) {
                return Optional.of(found);
            }
            low = side < 0 ? middle + 1 : low;
            high = side < 0 ? high : middle - 1;
        }
        return Optional.empty();
    }
}
