package sluice.engine.state;

import java.util.Collection;
import java.util.Collections;
import java.util.TreeSet;
import sluice.order.ChildId;
import sluice.order.OrderEvent;
import sluice.order.Reason;

/**
 * Orders of which the journal records a doubt and not what settled it, whether or not they are in doubt still: the
 * stream may have shown one whose lost reply is being asked after.
 */
final class Unsettled {

    private final TreeSet<ChildId> ids = new TreeSet<>();

    void apply(OrderEvent event) {
        if (event instanceof OrderEvent.InDoubt) {
            ids.add(event.childId());
        } else if (event instanceof OrderEvent.Settled || isProof(event)) {
            ids.remove(event.childId());
        }
    }

    private static boolean isProof(OrderEvent event) {
        return event instanceof OrderEvent.Cancelled cancelled
                && (cancelled.closure().reason() == Reason.NEVER_ACCEPTED
                        || cancelled.closure().reason() == Reason.NEVER_SENT);
    }

    void restore(Collection<ChildId> kept) {
        ids.addAll(kept);
    }

    Collection<ChildId> ids() {
        return Collections.unmodifiableCollection(ids);
    }
}
