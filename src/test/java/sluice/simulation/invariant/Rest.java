package sluice.simulation.invariant;

import java.util.List;
import sluice.engine.view.View;
import sluice.sim.SimFill;
import sluice.sim.SimOrder;

/** The desk and the venue once everything has come to rest. Immutable. */
public record Rest(View view, List<SimOrder> orders, List<SimFill> fills) {

    public Rest {
        orders = List.copyOf(orders);
        fills = List.copyOf(fills);
    }
}
