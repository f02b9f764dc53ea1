package sluice.engine.codec;

import java.util.function.Function;
import sluice.journal.Entry;
import sluice.market.Mark;
import sluice.market.Money;
import sluice.order.ChildId;
import sluice.order.ClOrdId;
import sluice.order.ExecId;
import sluice.order.Execution;
import sluice.order.Liquidity;
import sluice.order.Order;
import sluice.order.OrderEvent;
import sluice.order.OrderId;
import sluice.order.ParentId;

/** Reads order events back from their payloads. */
final class OrderReader {

    private OrderReader() {}

    /** The marks, by the names of their fields, are read by another. */
    static OrderEvent read(Entry entry, Fields in, Function<MarkNames, Mark> marks) {
        var child = new ChildId(entry.refs().child());
        var at = entry.stamp();
        return switch (entry.type()) {
            case "order.created" -> created(entry, child, in, marks);
            case "order.sent" -> new OrderEvent.Sent(child, in.text("request"), marks.apply(MarkNames.SUBMIT), at);
            case "order.accepted" ->
                new OrderEvent.Accepted(child, new OrderId(in.id("orderId")), marks.apply(MarkNames.ACK), at);
            case "order.traded" -> new OrderEvent.Traded(child, execution(in), marks.apply(MarkNames.FILL), at);
            case "order.provisional" -> new OrderEvent.Provisional(child, execution(in), in.text("evidence"), at);
            case "order.requested" -> new OrderEvent.Requested(child, Parts.request(in), at);
            case "order.requestRejected" -> new OrderEvent.RequestRejected(child, Parts.closure(in), at);
            case "order.replaced" -> replaced(entry, child, in);
            case "order.cancelled" -> new OrderEvent.Cancelled(child, Parts.closure(in), at);
            case "order.rejected" -> new OrderEvent.Rejected(child, Parts.closure(in), at);
            case "order.inDoubt" -> inDoubt(entry, child, in);
            case "order.settled" -> new OrderEvent.Settled(child, in.text("evidence"), at);
            default ->
                throw new UnreadableEventException("event " + entry.seq() + " has the unknown type " + entry.type());
        };
    }

    private static OrderEvent created(Entry entry, ChildId child, Fields in, Function<MarkNames, Mark> marks) {
        var parent = new ParentId(entry.refs().parent());
        var ids = new Order.Ids(child, parent, new ClOrdId(in.id("clOrdId")), in.venue("venue"));
        return new OrderEvent.Created(ids, Parts.terms(in), marks.apply(MarkNames.SUBMIT), entry.stamp());
    }

    static Execution execution(Fields in) {
        return new Execution(
                new ExecId(in.id("execId")),
                in.qty("lastQty"),
                in.px("lastPx"),
                new Money(in.decimal("fee"), in.text("feeAsset")),
                Liquidity.valueOf(in.text("liquidity")),
                in.instant("at"));
    }

    private static OrderEvent replaced(Entry entry, ChildId child, Fields in) {
        var clOrdId = new ClOrdId(in.id("clOrdId"));
        var orderId = in.optional("orderId").map(OrderId::new);
        return new OrderEvent.Replaced(child, clOrdId, Parts.terms(in), orderId, entry.stamp());
    }

    private static OrderEvent inDoubt(Entry entry, ChildId child, Fields in) {
        var cause = in.text("cause");
        return new OrderEvent.InDoubt(child, Parts.request(in), cause, entry.stamp());
    }
}
