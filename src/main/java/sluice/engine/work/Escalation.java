package sluice.engine.work;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import sluice.engine.turn.Turn;
import sluice.market.VenueId;
import sluice.order.ChildId;
import sluice.order.Doubt;
import sluice.order.Order;

/**
 * Orders that all our questions have not settled: an operator is told of each, once, and where one is no new order
 * goes.
 *
 * <p>What was told is in the journal, so that it is neither told again nor forgotten after a restart. Confined to the
 * desk thread.
 */
final class Escalation {

    static final String ALERT = "UNKNOWN_OUTCOME";

    private final Turn turn;
    private final int attempts;
    private final Map<ChildId, VenueId> escalated = new TreeMap<>();

    Escalation(Turn turn, int attempts) {
        this.turn = turn;
        this.attempts = attempts;
    }

    /** One more question about an order has come to nothing so far. */
    void asked(Order order, int times) {
        var id = order.ids().childId();
        if (order.doubt().isEmpty()) {
            settled(id);
        } else if (!escalated.containsKey(id)) {
            var told = isTold(order, order.doubt().get());
            if (!told && times > attempts) {
                tell(order, order.doubt().get());
            }
            if (told || times > attempts) {
                escalated.put(id, order.ids().venue());
                gate(order.ids().venue());
            }
        }
    }

    private boolean isTold(Order order, Doubt doubt) {
        return turn.state().alerts().happened().stream()
                .anyMatch(alert -> alert.kind().equals(ALERT)
                        && alert.text().startsWith(name(order))
                        && !alert.at().at().isBefore(doubt.since().at()));
    }

    private static String name(Order order) {
        return order.ids().childId() + " at ";
    }

    private void tell(Order order, Doubt doubt) {
        var text = "%s%s is still in doubt after %d questions (%s: %s); nothing new goes to %s until it is settled: "
                        .formatted(
                                name(order),
                                order.ids().venue(),
                                attempts,
                                doubt.request().name(),
                                doubt.cause(),
                                order.ids().venue())
                + "unknown list shows it, unknown resolve takes your word";
        turn.alert(ALERT, text, order.ids().parentId());
    }

    /** The order is in doubt no more. */
    void settled(ChildId id) {
        Optional.ofNullable(escalated.remove(id)).ifPresent(this::gate);
    }

    boolean isEscalated(ChildId id) {
        return escalated.containsKey(id);
    }

    private void gate(VenueId venue) {
        var there = escalated.entrySet().stream()
                .filter(entry -> entry.getValue().equals(venue))
                .map(entry -> entry.getKey().toString())
                .collect(Collectors.joining(", "));
        turn.venue(venue).gated(there.isEmpty() ? "" : "nobody knows what became of " + there + " (unknown list)");
    }
}
