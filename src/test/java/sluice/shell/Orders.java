package sluice.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sluice.engine.Answer.Recorded;
import sluice.engine.Command;
import sluice.engine.DeskEvent;
import sluice.market.Mark;
import sluice.market.Money;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Regime;
import sluice.order.ChildId;
import sluice.order.ClOrdId;
import sluice.order.Closure;
import sluice.order.ExecId;
import sluice.order.Execution;
import sluice.order.Liquidity;
import sluice.order.Order;
import sluice.order.OrderEvent;
import sluice.order.OrderId;
import sluice.order.OrderState;
import sluice.order.ParentId;
import sluice.order.Reason;
import sluice.order.Request;
import sluice.order.Terms;
import sluice.order.parent.Parent;
import sluice.order.parent.ParentEvent;
import sluice.order.parent.ParentOrder;

/** Orders in the states that a test wants them in, made by the events that lead there. */
public final class Orders {

    private Orders() {}

    /** Filled at 60001 when it has no price, working when it has one. */
    static ParentOrder placed(Command.Place place, long number) {
        var terms = place.spend()
                .map(spend -> place.terms().withOrderQty(Qty.of("0.083")))
                .orElse(place.terms());
        var order = accepted(pending(place, terms, number));
        return terms.px().isPresent() ? order : filled(order, terms.orderQty(), "60001");
    }

    static ParentOrder pending(Command.Place place, Terms terms, long number) {
        var id = new ParentId(number);
        var mid = new Mark(Optional.of(Px.of("60000")), Optional.empty(), Optional.empty(), 1, Regime.CALM);
        var marks = new ParentEvent.Marks(Market.AT, mid, mid);
        var opened = new ParentEvent.Opened(id, terms, place.instructions(), place.origin(), marks, Market.AT);
        var child = new ChildId(number);
        var ids = new Order.Ids(child, id, ClOrdId.of("t4g", child, 0), Market.ALPHA);
        var limit = terms.px().isPresent() ? terms : terms.withPx(Px.of("60030"));
        var created = new OrderEvent.Created(ids, limit, Mark.NONE, Market.AT);
        return new ParentOrder(Parent.of(opened).withChild(child), List.of(Order.of(created)));
    }

    static ParentOrder accepted(ParentOrder order) {
        var id = order.children().get(0).ids().childId();
        return after(order, new OrderEvent.Accepted(id, new OrderId("70" + id.number()), Mark.NONE, Market.AT));
    }

    public static ParentOrder filled(ParentOrder order, Qty qty, String px) {
        var id = order.children().get(0).ids().childId();
        var execution = new Execution(
                new ExecId("e" + id.number()),
                qty,
                Px.of(px),
                Money.of("0.03", "USDT"),
                Liquidity.TAKER,
                Market.AT.at());
        return after(order, new OrderEvent.Traded(id, execution, Mark.NONE, Market.AT));
    }

    static ParentOrder cancelled(ParentOrder order) {
        var id = order.children().get(0).ids().childId();
        var closure = Closure.of(Reason.REQUESTED);
        var asked = order.parent()
                .after(new ParentEvent.CancelAsked(order.parent().id(), Market.AT))
                .after(new ParentEvent.Ended(order.parent().id(), closure, Market.AT));
        return after(new ParentOrder(asked, order.children()), new OrderEvent.Cancelled(id, closure, Market.AT));
    }

    static ParentOrder inDoubt(ParentOrder order) {
        var id = order.children().get(0).ids().childId();
        var isPending = order.children().get(0).state() == OrderState.PENDING;
        var request = isPending ? new Request.New() : new Request.Cancel();
        return after(order, new OrderEvent.InDoubt(id, request, "no answer in 5000 ms", Market.AT));
    }

    static ParentOrder rejected(ParentOrder order) {
        var id = order.children().get(0).ids().childId();
        var closure = new Closure(Reason.INSUFFICIENT_BALANCE, "Account has insufficient balance");
        var ended = order.parent()
                .after(new ParentEvent.Ended(order.parent().id(), Closure.of(Reason.CHILDREN_REJECTED), Market.AT));
        return after(new ParentOrder(ended, order.children()), new OrderEvent.Rejected(id, closure, Market.AT));
    }

    private static ParentOrder after(ParentOrder order, OrderEvent event) {
        return new ParentOrder(order.parent(), List.of(order.children().get(0).after(event)));
    }

    static List<Recorded> timeline(ParentOrder order) {
        var child = order.children().get(0);
        var id = child.ids().childId();
        var events = new ArrayList<DeskEvent>();
        events.add(new DeskEvent.OfParent(order.parent().opened()));
        events.add(new DeskEvent.Routed(
                order.parent().id(),
                List.of(new DeskEvent.Leg(
                        Market.ALPHA,
                        Optional.empty(),
                        child.terms().orderQty(),
                        child.terms().px().orElseThrow(),
                        Px.of("60001"),
                        new java.math.BigDecimal("10.17"),
                        "price 0.17 + fee 10 bps")),
                List.of("beta: dearer"),
                Market.AT));
        events.add(new DeskEvent.OfOrder(new OrderEvent.Created(child.ids(), child.terms(), Mark.NONE, Market.AT)));
        events.add(new DeskEvent.OfOrder(new OrderEvent.Sent(id, "NEW", Mark.NONE, Market.AT)));
        child.orderId()
                .ifPresent(known ->
                        events.add(new DeskEvent.OfOrder(new OrderEvent.Accepted(id, known, Mark.NONE, Market.AT))));
        child.fills()
                .executions()
                .forEach(execution ->
                        events.add(new DeskEvent.OfOrder(new OrderEvent.Traded(id, execution, Mark.NONE, Market.AT))));
        var recorded = new ArrayList<Recorded>();
        events.forEach(event -> recorded.add(new Recorded(recorded.size() + 2, event)));
        return recorded;
    }
}
