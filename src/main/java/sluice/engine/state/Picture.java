package sluice.engine.state;

import java.util.List;
import java.util.Map;
import sluice.engine.Scope;
import sluice.engine.view.AlertView;
import sluice.engine.view.FillView;
import sluice.order.ChildId;
import sluice.order.parent.ParentOrder;
import sluice.risk.exposure.TradingStates;

/** A state taken apart, so that it can be kept and put together again. Immutable. */
public record Picture(long seq, String instanceTag, Ledger orders, Halts halts, List<AlertView> alerts) {

    /**
     * The orders.
     *
     * @param parents oldest first; like fills and traces a list that never changes
     * @param fills in the order they were booked
     * @param traces of every child, in the order of the parents and of their children
     * @param others ids of orders that the orders as they stand do not tell
     */
    public record Ledger(
            List<ParentOrder> parents, List<FillView> fills, List<Orders.Trace> traces, List<OtherName> others) {

        public Ledger {
            others = List.copyOf(others);
        }
    }

    /** An id that an order had before an amend, or may come to have by one; one of the two is empty. */
    public record OtherName(ChildId childId, String clOrdId, String orderId) {}

    /** The trading states and why. */
    public record Halts(TradingStates states, Map<Scope, String> reasons) {

        public Halts {
            reasons = Map.copyOf(reasons);
        }
    }

    public Picture {
        alerts = List.copyOf(alerts);
    }
}
