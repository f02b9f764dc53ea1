package sluice.recovery;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import sluice.order.ChildId;
import sluice.order.OrderEvent;

/**
 * One thing a report shows, and what follows. Immutable.
 *
 * @param childId empty for what belongs to no order of the journal
 * @param text for people
 * @param events to append, in this order; all of them of that child
 * @param followUps to do once the events are durable
 */
public record Step(
        Case kind,
        Optional<ChildId> childId,
        String text,
        List<OrderEvent> events,
        List<Discrepancy> discrepancies,
        Set<FollowUp> followUps) {

    /** What the desk has to do about it, beside appending. */
    public enum FollowUp {
        /** Ask for the order, or for everything again. */
        QUERY,
        /** Cancel the order at the venue, again if need be, until that is proven. */
        CANCEL,
        /** Tell an operator. */
        ALARM
    }

    public Step {
        events = List.copyOf(events);
        discrepancies = List.copyOf(discrepancies);
        followUps = Set.copyOf(followUps);
    }

    public boolean asks(FollowUp followUp) {
        return followUps.contains(followUp);
    }
}
