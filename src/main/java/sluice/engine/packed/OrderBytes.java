package sluice.engine.packed;

import java.util.Optional;
import sluice.market.Qty;
import sluice.market.VenueId;
import sluice.order.ChildId;
import sluice.order.ClOrdId;
import sluice.order.Fills;
import sluice.order.Order;
import sluice.order.OrderId;
import sluice.order.Standing;
import sluice.order.parent.Parent;

/** A child order as bytes and back, beside its parent. */
final class OrderBytes {

    private OrderBytes() {}

    static void write(Bytes out, Order order, Parent parent) {
        var opened = parent.opened();
        var ids = order.ids();
        out.text(ids.clOrdId().value()).text(ids.venue().name());
        out.optional(
                Optional.of(ids.there()).filter(there -> !there.equals(ids.clOrdId())), id -> out.text(id.value()));
        Values.terms(out, order.terms(), opened.terms());
        out.optional(order.orderId(), id -> out.text(id.value()));
        out.choice(order.standing().kind())
                .optional(order.standing().closure(), closure -> Values.closure(out, closure));
        out.optional(order.inFlight(), request -> Values.request(out, request, parent));
        out.optional(order.doubt(), doubt -> Values.doubt(out, doubt, parent));
        out.all(order.fills().executions(), execution -> Values.execution(out, execution, opened.at()));
        out.decimal(order.fills().cumQty().value()).decimal(order.fills().cumQuote());
        out.optional(order.fills().provisional(), execution -> Values.execution(out, execution, opened.at()));
    }

    static Order read(Bytes.Reader in, ChildId child, Parent parent) {
        var clOrdId = new ClOrdId(in.text());
        var venue = new VenueId(in.text());
        var there = in.optional(() -> new ClOrdId(in.text())).orElse(clOrdId);
        var ids = new Order.Ids(child, parent.id(), clOrdId, venue, there);
        var terms = Values.terms(in, parent.opened().terms());
        var orderId = in.optional(() -> new OrderId(in.text()));
        var kind = Standing.Kind.valueOf(in.text());
        var standing = new Standing(kind, in.optional(() -> Values.closure(in)));
        var inFlight = in.optional(() -> Values.request(in, parent));
        var doubt = in.optional(() -> Values.doubt(in, parent));
        var executions = in.list(() -> Values.execution(in, parent.opened().at()));
        var cumQty = new Qty(in.decimal());
        var cumQuote = in.decimal();
        var provisional = in.optional(() -> Values.execution(in, parent.opened().at()));
        var fills = new Fills(executions, cumQty, cumQuote, provisional);
        return new Order(ids, terms, orderId, standing, inFlight, doubt, fills);
    }
}
