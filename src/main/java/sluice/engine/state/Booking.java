package sluice.engine.state;

import java.util.Optional;
import sluice.engine.packed.Packed;
import sluice.engine.view.FillView;
import sluice.order.ChildId;
import sluice.order.ClOrdId;
import sluice.order.Execution;
import sluice.order.Order;
import sluice.order.OrderId;

/** A fill that was booked: itself, or which of the executions of a packed order it is. Immutable. */
sealed interface Booking {

    FillView view();

    ChildId childId();

    /** Which of the child's executions it is. */
    int index();

    /** As it was booked. */
    record Whole(FillView view, int index) implements Booking {

        @Override
        public ChildId childId() {
            return view.ids().childId();
        }
    }

    /** Of an order that goes by the same names as then. */
    record OfPacked(Packed packed, ChildId childId, int index) implements Booking {

        @Override
        public FillView view() {
            for (var child : packed.order().children()) {
                if (child.ids().childId().equals(childId)) {
                    return fill(child, child.fills().executions().get(index));
                }
            }
            throw new IllegalStateException("no order " + childId);
        }
    }

    static FillView fill(Order order, Execution execution) {
        var terms = order.terms();
        var now = order.ids();
        var ids = new Order.Ids(now.childId(), now.parentId(), now.clOrdId(), now.venue());
        return new FillView(ids, order.orderId(), terms.symbol(), terms.side(), execution);
    }

    /** As it was taken apart, the order it is of being there again. */
    static Booking restored(Picture.Fill fill, Order order) {
        var now = order.ids();
        var made = fill(order, order.fills().executions().get(fill.index()));
        var view = fill.former()
                .map(then -> new FillView(
                        new Order.Ids(now.childId(), now.parentId(), new ClOrdId(then.clOrdId()), now.venue()),
                        Optional.of(then.orderId()).filter(id -> !id.isEmpty()).map(OrderId::new),
                        made.symbol(),
                        made.side(),
                        made.execution()))
                .orElse(made);
        return new Whole(view, fill.index());
    }

    /** The names it was booked under. */
    static Picture.OtherName former(FillView fill) {
        var orderId = fill.orderId().map(OrderId::value).orElse("");
        return new Picture.OtherName(fill.ids().childId(), fill.ids().clOrdId().value(), orderId);
    }

    static boolean isFormer(FillView fill, Order order) {
        return !fill.ids().equals(order.ids()) || !fill.orderId().equals(order.orderId());
    }
}
