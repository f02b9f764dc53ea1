package sluice.simulation.invariant;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import sluice.engine.DeskEvent;
import sluice.engine.state.State;
import sluice.journal.Entry;
import sluice.order.ChildId;
import sluice.order.ClOrdId;
import sluice.order.OrderEvent;
import sluice.order.Request;
import sluice.order.Terms;
import sluice.venue.ClientIdCodec;

/** The ids of durable intents, in every spelling that a venue may be told, and what was intended under each. */
public final class Ids implements Invariant {

    private final Map<String, Intent> intents = new HashMap<>();

    /** What is durable of an id. */
    record Intent(ChildId child, Terms terms) {}

    @Override
    public void journaled(Entry entry, DeskEvent event, State state) {
        if (!(event instanceof DeskEvent.OfOrder order)) {
            return;
        }
        if (order.event() instanceof OrderEvent.Created created) {
            add(created.ids().clOrdId(), new Intent(created.childId(), created.terms()));
        } else if (order.event() instanceof OrderEvent.Requested requested
                && requested.request() instanceof Request.Replace replace) {
            add(replace.next(), new Intent(requested.childId(), replace.terms()));
        }
    }

    private void add(ClOrdId id, Intent intent) {
        for (var codec : ClientIdCodec.values()) {
            intents.put(codec.encode(id), intent);
        }
    }

    Optional<Intent> intent(String id) {
        return Optional.ofNullable(intents.get(id));
    }

    /** The child whose order goes under the id; empty where no intent of it is durable. */
    public Optional<ChildId> child(String id) {
        return intent(id).map(Intent::child);
    }
}
