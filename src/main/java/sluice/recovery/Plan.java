package sluice.recovery;

import java.util.List;
import java.util.Map;
import sluice.order.ChildId;
import sluice.order.OrderEvent;

/**
 * What follows from a venue's report. Immutable.
 *
 * @param steps our orders by number, then others' orders, then others' fills
 * @param absences of every order that was asked for, this report counted; to be kept and handed in next time
 */
public record Plan(List<Step> steps, Map<ChildId, Absence> absences) {

    public Plan {
        steps = List.copyOf(steps);
        absences = Map.copyOf(absences);
    }

    /** Whether ours and theirs agree and nothing is left to ask. */
    public boolean isEmpty() {
        return steps.isEmpty();
    }

    public List<OrderEvent> events() {
        return steps.stream().flatMap(step -> step.events().stream()).toList();
    }

    public List<Discrepancy> discrepancies() {
        return steps.stream().flatMap(step -> step.discrepancies().stream()).toList();
    }
}
