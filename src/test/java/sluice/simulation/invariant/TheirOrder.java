package sluice.simulation.invariant;

import sluice.market.Symbol;
import sluice.order.ChildId;
import sluice.sim.SimOrder;

/** An order as its venue has it: whose it is here, and what the venue's wire calls it. Immutable. */
public record TheirOrder(ChildId child, String orderId, Symbol symbol, SimOrder order) {

    boolean isOpen() {
        return order.isOpen();
    }

    @Override
    public String toString() {
        return orderId + " (" + child + ") " + order;
    }
}
