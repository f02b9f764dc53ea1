package sluice.engine.checkpoint;

import java.math.BigDecimal;
import sluice.market.Qty;
import sluice.market.VenueId;
import sluice.order.ChildId;
import sluice.order.ClOrdId;
import sluice.order.Fills;
import sluice.order.Order;
import sluice.order.OrderId;
import sluice.order.ParentId;
import sluice.order.Standing;

/** A child order as bytes and back. */
final class OrderBytes {

    private OrderBytes() {}

    static void write(Bytes out, Order order) {
        var ids = order.ids();
        out.number(ids.childId().number()).number(ids.parentId().number());
        out.text(ids.clOrdId().value()).text(ids.venue().name());
        Values.terms(out, order.terms());
        out.optional(order.orderId(), id -> out.text(id.value()));
        out.choice(order.standing().kind())
                .optional(order.standing().closure(), closure -> Values.closure(out, closure));
        out.optional(order.inFlight(), request -> Values.request(out, request));
        out.optional(order.doubt(), doubt -> Values.doubt(out, doubt));
        out.all(order.fills().executions(), execution -> Values.execution(out, execution));
        out.decimal(order.fills().cumQty().value()).decimal(order.fills().cumQuote());
    }

    static Order read(Bytes.Reader in) {
        var child = new ChildId(in.number());
        var parent = new ParentId(in.number());
        var clOrdId = new ClOrdId(in.text());
        var ids = new Order.Ids(child, parent, clOrdId, new VenueId(in.text()));
        var terms = Values.terms(in);
        var orderId = Values.optional(in, () -> new OrderId(in.text()));
        var kind = Standing.Kind.valueOf(in.text());
        var standing = new Standing(kind, Values.optional(in, () -> Values.closure(in)));
        var inFlight = Values.optional(in, () -> Values.request(in));
        var doubt = Values.optional(in, () -> Values.doubt(in));
        var executions = Values.list(in, () -> Values.execution(in));
        var cumQty = new Qty(in.decimal());
        BigDecimal cumQuote = in.decimal();
        return new Order(ids, terms, orderId, standing, inFlight, doubt, new Fills(executions, cumQty, cumQuote));
    }
}
