package sluice.venue.binance.trade;

import java.util.function.Consumer;
import sluice.net.gate.Outlet;
import sluice.net.orders.Asked;
import sluice.net.orders.Fills;
import sluice.order.ClOrdId;
import sluice.order.OrderId;
import sluice.venue.OrderNews;
import sluice.venue.VenueCommand;
import sluice.venue.VenueOrder;
import sluice.venue.binance.trade.reply.ExecutionReport;
import sluice.venue.binance.trade.reply.OrderReply;

/**
 * Turns what the venue says of an order into news of it, whichever way it came.
 *
 * <p>Replies and the private stream say the same things twice and in any order; both are told, since whoever folds them
 * counts each once.
 */
final class Orders {

    private final Outlet outlet;
    private final Fills fills;
    private final Replaces replaces;
    private final Asked asked;
    private final Consumer<OrderId> expected;

    /** @param expected told of each order that the private stream has to report, too */
    Orders(Outlet outlet, Fills fills, Replaces replaces, Asked asked, Consumer<OrderId> expected) {
        this.outlet = outlet;
        this.fills = fills;
        this.replaces = replaces;
        this.asked = asked;
        this.expected = expected;
    }

    /** We are about to ask for its cancel. */
    void asked(ClOrdId id) {
        asked.add(id);
    }

    void placed(VenueCommand.Ref order, OrderReply reply) {
        outlet.report(order, new OrderNews.Acknowledged(reply.orderId()));
        reply.order().ifPresent(placed -> fills.tell(placed, reply.fills()));
        expected.accept(reply.orderId());
    }

    /** The venue cancelled it for us, so a replace of it that nobody knows the fate of can no longer happen. */
    void cancelled(VenueOrder order) {
        order.clOrdId().ifPresent(replaces::forget);
        fills.stands(asked.attribute(order));
    }

    void reported(ExecutionReport report) {
        var order = asked.attribute(report.order());
        replaces.seen(order);
        if (report.kind() == ExecutionReport.Kind.NEW) {
            outlet.report(order, new OrderNews.Shown(order.orderId()));
        }
        report.trade().ifPresent(trade -> fills.tell(order, trade));
        if (replaces.keeps(order)) {
            fills.standsOpen(order);
        } else {
            fills.stands(order);
        }
    }
}
