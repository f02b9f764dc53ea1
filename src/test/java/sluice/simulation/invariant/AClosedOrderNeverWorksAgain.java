package sluice.simulation.invariant;

import java.util.HashSet;
import java.util.Set;
import sluice.engine.DeskEvent;
import sluice.engine.state.State;
import sluice.journal.Entry;
import sluice.net.HttpCall;
import sluice.order.ChildId;
import sluice.order.Order;
import sluice.order.ParentId;

/** Once closed an order stays closed, with nothing left to fill; nothing is sent for it; and so with a parent. */
public final class AClosedOrderNeverWorksAgain implements Invariant {

    public static final String NAME = "aClosedOrderNeverWorksAgain";

    private final Verdict verdict;
    private final Ids ids;
    private final Set<ChildId> closed = new HashSet<>();
    private final Set<ParentId> ended = new HashSet<>();

    public AClosedOrderNeverWorksAgain(Verdict verdict, Ids ids) {
        this.verdict = verdict;
        this.ids = ids;
    }

    @Override
    public void journaled(Entry entry, DeskEvent event, State state) {
        if (event instanceof DeskEvent.OfOrder order) {
            var child = state.orders().order(order.event().childId());
            look(child, event);
            look(child.ids().parentId(), state, event);
        } else if (event instanceof DeskEvent.OfParent parent) {
            look(parent.event().parentId(), state, event);
        }
    }

    private void look(Order child, DeskEvent event) {
        var id = child.ids().childId();
        if (child.isOpen() && closed.contains(id)) {
            verdict.broken(NAME, id + " works again after " + event);
        } else if (!child.isOpen()) {
            closed.add(id);
            if (!child.leavesQty().isZero() || child.inFlight().isPresent() || child.isInDoubt()) {
                verdict.broken(NAME, child + " is closed and not done with");
            }
        }
    }

    private void look(ParentId id, State state, DeskEvent event) {
        var isEnded = state.orders()
                .parent(id)
                .filter(parent -> parent.state().isTerminal())
                .isPresent();
        if (isEnded) {
            ended.add(id);
        } else if (ended.contains(id)) {
            verdict.broken(NAME, id + " works again after " + event);
        }
    }

    @Override
    public void leaves(HttpCall call) {
        Wire.newOrder(call)
                .map(Wire.NewOrder::id)
                .filter(id -> ids.child(id).filter(closed::contains).isPresent())
                .ifPresent(id -> verdict.broken(NAME, id + " leaves, and its order is closed"));
    }

    @Override
    public void atRest(Rest rest) {
        for (var order : rest.orders()) {
            if (order.isOpen() && closed.contains(order.child())) {
                verdict.broken(NAME, order + " is open at the venue and closed here");
            }
        }
    }
}
