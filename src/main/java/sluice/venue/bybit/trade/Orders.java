package sluice.venue.bybit.trade;

import java.util.LinkedHashSet;
import java.util.Set;
import sluice.net.gate.Outlet;
import sluice.net.orders.Asked;
import sluice.net.orders.Fills;
import sluice.order.ClOrdId;
import sluice.order.OrderState;
import sluice.venue.Lookup;
import sluice.venue.OrderNews;
import sluice.venue.VenueCommand;
import sluice.venue.VenueFill;
import sluice.venue.VenueOrder;

/**
 * Turns what the venue says of orders into news of them, whichever way it came.
 *
 * <p>Orders and executions come on their own, in any order and twice; all is told, since whoever folds it counts each
 * once. How an order stands shows that it is there; that its placement was answered is somebody else's to tell.
 */
final class Orders {

    private static final int REMEMBERED = 10_000;

    private final Outlet outlet;
    private final Fills fills;
    private final Asked asked;
    private final Set<ClOrdId> placed = new LinkedHashSet<>();

    Orders(Outlet outlet, Fills fills, Asked asked) {
        this.outlet = outlet;
        this.fills = fills;
        this.asked = asked;
    }

    /** It is on its way to the venue. */
    void placing(ClOrdId id) {
        placed.add(id);
        if (placed.size() > REMEMBERED) {
            placed.remove(placed.iterator().next());
        }
    }

    /** We are about to ask for its cancel. */
    void cancelling(VenueCommand.Ref order) {
        asked.add(order);
    }

    /** One that ended long ago need not be shown, but one we just placed may have ended at once. */
    void stood(VenueOrder shown) {
        var order = asked.attribute(shown);
        var isJustPlaced = order.clOrdId().filter(placed::remove).isPresent();
        if (order.state() != OrderState.REJECTED
                && (isJustPlaced || !order.state().isTerminal())) {
            outlet.report(order, new OrderNews.Shown(order.orderId()));
        }
        fills.stands(order);
    }

    void executed(VenueFill fill) {
        fills.tell(fill);
    }

    /** As it was found by asking for it. */
    void found(Lookup.Found found) {
        stood(found.order());
        found.fills().forEach(this::executed);
    }
}
