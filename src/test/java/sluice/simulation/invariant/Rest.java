package sluice.simulation.invariant;

import java.util.List;
import sluice.engine.view.View;

/** The desk and its venues once everything has come to rest. Immutable. */
public record Rest(View view, List<TheirOrder> orders, List<TheirFill> fills) {

    public Rest {
        orders = List.copyOf(orders);
        fills = List.copyOf(fills);
    }
}
