package sluice.simulation.invariant;

import java.util.HashMap;
import java.util.Map;
import sluice.engine.DeskEvent;
import sluice.engine.state.State;
import sluice.journal.Entry;
import sluice.market.Qty;
import sluice.order.Order;
import sluice.order.OrderEvent;
import sluice.order.ParentId;
import sluice.order.Request;
import sluice.order.parent.ParentEvent;
import sluice.order.parent.ParentOrder;

/**
 * Of every parent: filled + open + unknown is at most what was ordered, amends on their way included; and the
 * children's fills add up to the parent's.
 */
public final class QuantityIsConserved implements Invariant {

    public static final String NAME = "quantityIsConserved";

    private final Verdict verdict;
    private final Map<ParentId, Qty> ordered = new HashMap<>();
    private final Map<ParentId, Qty> filled = new HashMap<>();

    public QuantityIsConserved(Verdict verdict) {
        this.verdict = verdict;
    }

    @Override
    public void journaled(Entry entry, DeskEvent event, State state) {
        if (event instanceof DeskEvent.OfParent parent) {
            ordered(parent.event());
        } else if (event instanceof DeskEvent.OfOrder order) {
            var child = state.orders().order(order.event().childId());
            look(order.event(), child, state.orders().parentOf(child));
        }
    }

    private void ordered(ParentEvent event) {
        if (event instanceof ParentEvent.Opened opened) {
            ordered.put(opened.parentId(), opened.terms().orderQty());
        } else if (event instanceof ParentEvent.Amended amended) {
            ordered.merge(amended.parentId(), amended.terms().orderQty(), Qty::max);
        }
    }

    private void look(OrderEvent event, Order child, ParentOrder parent) {
        var id = parent.parent().id();
        if (event instanceof OrderEvent.Requested requested
                && requested.request() instanceof Request.Replace replace
                && parent.children().size() == 1) {
            ordered.merge(id, replace.terms().orderQty(), Qty::max);
        }
        if (event instanceof OrderEvent.Traded traded) {
            filled.merge(id, traded.execution().lastQty(), Qty::plus);
        }
        var open = parent.children().stream().map(Order::worstLeavesQty).reduce(Qty.ZERO, Qty::plus);
        var bound = parent.cumQty().plus(open);
        if (bound.compareTo(ordered.get(id)) > 0) {
            verdict.broken(NAME, id + " has filled and open " + bound + " of " + ordered.get(id) + " after " + event);
        }
        if (!filled.getOrDefault(id, Qty.ZERO).equals(parent.cumQty())) {
            verdict.broken(NAME, id + " filled " + parent.cumQty() + ", its children " + filled.get(id));
        }
        if (child.leavesQty().value().signum() < 0) {
            verdict.broken(NAME, child + " has less than nothing left");
        }
    }
}
