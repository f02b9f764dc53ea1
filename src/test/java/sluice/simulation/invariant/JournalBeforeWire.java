package sluice.simulation.invariant;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import sluice.engine.DeskEvent;
import sluice.engine.state.State;
import sluice.journal.Entry;
import sluice.net.HttpCall;
import sluice.order.OrderEvent;
import sluice.order.Request;
import sluice.order.Terms;
import sluice.sim.OrderChange;

/** No request for something new leaves before its intent is on the disk, and it asks for no more than was intended. */
public final class JournalBeforeWire implements Invariant {

    public static final String NAME = "journalBeforeWire";

    private final Verdict verdict;
    private final Map<String, Terms> intents = new HashMap<>();

    public JournalBeforeWire(Verdict verdict) {
        this.verdict = verdict;
    }

    @Override
    public void journaled(Entry entry, DeskEvent event, State state) {
        if (!(event instanceof DeskEvent.OfOrder order)) {
            return;
        }
        if (order.event() instanceof OrderEvent.Created created) {
            intents.put(created.ids().clOrdId().value(), created.terms());
        } else if (order.event() instanceof OrderEvent.Requested requested
                && requested.request() instanceof Request.Replace replace) {
            intents.put(replace.next().value(), replace.terms());
        }
    }

    @Override
    public void leaves(HttpCall call) {
        Wire.newOrder(call).ifPresent(id -> {
            var intent = intents.get(id);
            if (intent == null) {
                verdict.broken(NAME, call + " for " + id + " leaves, and no intent of it is durable");
            } else {
                compare(call, id, intent);
            }
        });
    }

    private void compare(HttpCall call, String id, Terms intent) {
        var side = Wire.parameter(call, "side");
        var qty = Wire.parameter(call, "quantity").map(BigDecimal::new);
        var px = Wire.parameter(call, "price").map(BigDecimal::new);
        var isAlike = side.filter(text -> !text.equals(intent.side().name())).isEmpty()
                && qty.filter(more -> more.compareTo(intent.orderQty().value()) > 0)
                        .isEmpty()
                && px.filter(other -> intent.px()
                                .filter(own -> own.value().compareTo(other) == 0)
                                .isEmpty())
                        .isEmpty();
        if (!isAlike) {
            verdict.broken(
                    NAME, call + " for " + id + " asks for " + side + " " + qty + " at " + px + ", not " + intent);
        }
    }

    @Override
    public void changed(OrderChange change) {
        if (!intents.containsKey(change.order().clientId())) {
            verdict.broken(
                    NAME, "the venue has " + change.order().clientId() + ", an orphan: no intent of it is durable");
        }
    }
}
