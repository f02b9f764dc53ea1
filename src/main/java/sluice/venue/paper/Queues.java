package sluice.venue.paper;

import java.util.HashMap;
import java.util.Map;
import sluice.market.Qty;
import sluice.market.Trade;
import sluice.order.OrderId;
import sluice.order.Terms;
import sluice.venue.VenueOrder;

/**
 * How much stands before each of our resting orders at its price. Confined to its exchange.
 *
 * <ol>
 *   <li>An order joins behind everything displayed at its price.
 *   <li>What trades at that price comes off the front first, and only what is left of a print is ours.
 *   <li>The front is never longer than what is displayed: who leaves the level is taken to have stood behind us as long
 *       as that is possible.
 *   <li>A print beyond our price was for us first.
 * </ol>
 */
final class Queues {

    private final Map<OrderId, Qty> fronts = new HashMap<>();

    boolean has(VenueOrder order) {
        return fronts.containsKey(order.orderId());
    }

    void join(OrderId order, Qty displayed) {
        fronts.put(order, displayed);
    }

    void leave(OrderId order) {
        fronts.remove(order);
    }

    void shows(VenueOrder order, Qty displayed) {
        fronts.merge(order.orderId(), displayed, Qty::min);
    }

    /** What stands before it; an order that never saw its level has nothing before it that is known. */
    Qty front(OrderId order) {
        return fronts.getOrDefault(order, Qty.ZERO);
    }

    /** How much of a print reaches the order, before others of ours had their part; moves the order up. */
    Qty reached(VenueOrder order, Trade print) {
        var terms = order.terms();
        if (print.aggressor() == terms.side() || beyond(terms, print) < 0) {
            return Qty.ZERO;
        }
        var front = beyond(terms, print) > 0 ? Qty.ZERO : front(order.orderId());
        fronts.put(order.orderId(), front.minus(print.qty()).max(Qty.ZERO));
        return print.qty().minus(front).max(Qty.ZERO);
    }

    /** Positive where the print is at a price worse for its aggressor than ours, so that we were before it. */
    private static int beyond(Terms terms, Trade print) {
        return terms.px()
                .map(px -> px.compareTo(print.px()) * terms.side().sign())
                .orElse(-1);
    }
}
