package sluice.venue.coinbase.trade;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import sluice.net.gate.Outlet;
import sluice.net.orders.Asked;
import sluice.net.orders.Fills;
import sluice.order.ClOrdId;
import sluice.order.OrderId;
import sluice.order.Terms;
import sluice.venue.OrderNews;
import sluice.venue.VenueCommand;
import sluice.venue.VenueOrder;

/**
 * Turns what the venue says of an order into news of it, whichever way it came.
 *
 * <ol>
 *   <li>Quantities are told as the executions they are made of, which are fetched; an end comes after all of them.
 *   <li>The end of an order that is being amended waits until it is known which terms it had.
 *   <li>An order that was to be cancelled when nobody could find it is cancelled once it shows itself.
 * </ol>
 */
final class Orders {

    private static final int REMEMBERED = 10_000;

    private final Outlet outlet;
    private final Fills fills;
    private final Edits edits;
    private final Asked asked;
    private final Consumer<VenueOrder> unwanted;
    private final Set<OrderId> acknowledged = new LinkedHashSet<>();
    private final Set<ClOrdId> fenced = new LinkedHashSet<>();

    /** @param unwanted told of an order that works and must not */
    Orders(Outlet outlet, Fills fills, Edits edits, Asked asked, Consumer<VenueOrder> unwanted) {
        this.outlet = outlet;
        this.fills = fills;
        this.edits = edits;
        this.asked = asked;
        this.unwanted = unwanted;
    }

    /** We are about to ask for its cancel. */
    void asked(ClOrdId id) {
        asked.add(id);
    }

    /** Its cancel was wanted, and nobody could find it. */
    void fence(ClOrdId id) {
        keep(fenced, id);
    }

    /** The reply to a placement. */
    void placed(VenueCommand.Ref order, OrderId orderId) {
        keep(acknowledged, orderId);
        outlet.report(
                new VenueCommand.Ref(order.clOrdId(), Optional.of(orderId), order.symbol()),
                new OrderNews.Acknowledged(orderId));
    }

    /** The venue says how it stands, on the user channel or when asked. */
    void stands(VenueOrder shown) {
        var order = asked.attribute(shown);
        if (edits.keeps(order)) {
            fills.standsOpen(order);
            return;
        }
        if (isNews(order)) {
            outlet.report(order, new OrderNews.Shown(order.orderId()));
        }
        fills.stands(order);
        if (!order.state().isTerminal()
                && order.clOrdId().filter(fenced::remove).isPresent()) {
            unwanted.accept(order);
        }
    }

    /** That it ends does not say that it was ever taken. */
    private boolean isNews(VenueOrder order) {
        return !order.state().isTerminal() && keep(acknowledged, order.orderId());
    }

    private static <T> boolean keep(Set<T> set, T one) {
        boolean added = set.add(one);
        if (set.size() > REMEMBERED) {
            set.remove(set.iterator().next());
        }
        return added;
    }

    /** Whether the order is for these, as far as an amend changes any. */
    static boolean hasTerms(VenueOrder order, Terms terms) {
        return order.terms().px().equals(terms.px()) && order.terms().orderQty().equals(terms.orderQty());
    }
}
