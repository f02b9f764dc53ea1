package sluice.recovery;

import java.util.List;
import java.util.Map;
import sluice.order.ChildId;
import sluice.order.OrderEvent;
import sluice.recovery.account.Suspicion;

/**
 * What follows from a venue's report. Immutable.
 *
 * @param steps our orders by number, then others' orders, then others' fills, then the account, then what agrees again
 * @param absences of every order that was asked for, this report counted; to be kept and handed in next time
 * @param suspicions what may be a lag of the venue, this report counted; to be kept and handed in next time
 */
public record Plan(List<Step> steps, Map<ChildId, Absence> absences, Map<String, Suspicion> suspicions) {

    public Plan {
        steps = List.copyOf(steps);
        absences = Map.copyOf(absences);
        suspicions = Map.copyOf(suspicions);
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
