package sluice.simulation.invariant;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import sluice.engine.DeskEvent;
import sluice.engine.state.State;
import sluice.journal.Entry;
import sluice.market.Qty;
import sluice.net.HttpCall;
import sluice.order.ChildId;
import sluice.order.OrderEvent;
import sluice.order.Request;

/** An id leaves once; of a child never two orders live, and never does it execute more than was ever asked of it. */
public final class OneIntentAtMostOneExecution implements Invariant {

    public static final String NAME = "oneIntentAtMostOneExecution";

    private final Verdict verdict;
    private final Set<String> left = new HashSet<>();
    private final Map<String, Long> taken = new HashMap<>();
    private final Map<ChildId, Set<Long>> live = new HashMap<>();
    private final Map<ChildId, Qty> executed = new HashMap<>();
    private final Map<ChildId, Qty> asked = new HashMap<>();

    public OneIntentAtMostOneExecution(Verdict verdict) {
        this.verdict = verdict;
    }

    @Override
    public void journaled(Entry entry, DeskEvent event, State state) {
        if (!(event instanceof DeskEvent.OfOrder order)) {
            return;
        }
        if (order.event() instanceof OrderEvent.Created created) {
            asked.merge(created.childId(), created.terms().orderQty(), Qty::max);
        } else if (order.event() instanceof OrderEvent.Requested requested
                && requested.request() instanceof Request.Replace replace) {
            asked.merge(requested.childId(), replace.terms().orderQty(), Qty::max);
        }
    }

    @Override
    public void leaves(HttpCall call) {
        Wire.newOrder(call)
                .map(Wire.NewOrder::id)
                .filter(id -> !left.add(id))
                .ifPresent(id -> verdict.broken(NAME, id + " leaves again"));
    }

    @Override
    public void changed(TheirOrder theirs, Optional<TheirFill> made) {
        var order = theirs.order();
        var child = theirs.child();
        var first = taken.putIfAbsent(order.clientId(), order.orderId());
        if (first != null && first != order.orderId()) {
            verdict.broken(NAME, order.clientId() + " is taken twice, as " + first + " and as " + order.orderId());
        }
        var open = live.computeIfAbsent(child, id -> new HashSet<>());
        if (order.isOpen()) {
            open.add(order.orderId());
        } else {
            open.remove(order.orderId());
        }
        if (open.size() > 1) {
            verdict.broken(NAME, child + " lives as " + open + " at once");
        }
        made.ifPresent(fill -> executed(child, fill.fill().lastQty()));
    }

    private void executed(ChildId child, Qty qty) {
        var sum = executed.merge(child, qty, Qty::plus);
        var most = asked.getOrDefault(child, Qty.ZERO);
        if (sum.compareTo(most) > 0) {
            verdict.broken(NAME, child + " executed " + sum + " of the " + most + " that was ever asked of it");
        }
    }
}
