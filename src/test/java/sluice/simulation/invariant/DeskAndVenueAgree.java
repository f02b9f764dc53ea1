package sluice.simulation.invariant;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import sluice.market.Qty;
import sluice.order.ChildId;
import sluice.order.Order;

/** At rest the desk's orders are the venue's: the same are open, at the same price, with as much filled and left. */
public final class DeskAndVenueAgree implements Invariant {

    public static final String NAME = "deskAndVenueAgree";

    private final Verdict verdict;

    public DeskAndVenueAgree(Verdict verdict) {
        this.verdict = verdict;
    }

    @Override
    public void atRest(Rest rest) {
        var filled = new HashMap<ChildId, Qty>();
        var open = new HashMap<ChildId, TheirOrder>();
        for (var order : rest.orders()) {
            var child = order.child();
            filled.merge(child, order.order().cumQty(), Qty::plus);
            if (order.isOpen()) {
                open.put(child, order);
            }
        }
        rest.view().orders().parents().stream()
                .flatMap(parent -> parent.children().stream())
                .forEach(child -> look(child, filled, open));
    }

    private void look(Order child, Map<ChildId, Qty> filled, Map<ChildId, TheirOrder> open) {
        var id = child.ids().childId();
        var theirs = Optional.ofNullable(open.get(id));
        if (!child.cumQty().equals(filled.getOrDefault(id, Qty.ZERO))) {
            verdict.broken(NAME, id + " filled " + child.cumQty() + " here, there " + filled.get(id));
        }
        if (child.isOpen() != theirs.isPresent()) {
            verdict.broken(NAME, child + " is open " + (child.isOpen() ? "here only" : "there only, as " + theirs));
        }
        theirs.filter(order -> child.isOpen()).ifPresent(order -> compare(child, order));
    }

    private void compare(Order child, TheirOrder there) {
        var theirs = there.order();
        var isAlike = child.leavesQty().equals(theirs.leavesQty())
                && child.terms().px().equals(theirs.request().px())
                && child.terms().side() == theirs.side()
                && child.orderId()
                        .filter(id -> id.value().equals(there.orderId()))
                        .isPresent();
        if (!isAlike) {
            verdict.broken(NAME, child + " is " + there + " there");
        }
    }
}
