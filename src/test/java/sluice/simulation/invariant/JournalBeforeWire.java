package sluice.simulation.invariant;

import sluice.net.HttpCall;
import sluice.order.Terms;
import sluice.sim.SimOrder;

/** No request for something new leaves before its intent is on the disk, and it asks for no more than was intended. */
public final class JournalBeforeWire implements Invariant {

    public static final String NAME = "journalBeforeWire";

    private final Verdict verdict;
    private final Ids ids;

    public JournalBeforeWire(Verdict verdict, Ids ids) {
        this.verdict = verdict;
        this.ids = ids;
    }

    @Override
    public void leaves(HttpCall call) {
        Wire.newOrder(call)
                .ifPresent(order -> ids.intent(order.id())
                        .ifPresentOrElse(
                                intent -> compare(call, order, intent.terms()),
                                () -> verdict.broken(
                                        NAME,
                                        call + " for " + order.id() + " leaves, and no intent of it is durable")));
    }

    private void compare(HttpCall call, Wire.NewOrder order, Terms intent) {
        var isAlike =
                order.side().filter(text -> !text.equals(intent.side().name())).isEmpty()
                        && order.qty()
                                .filter(more -> more.compareTo(intent.orderQty().value()) > 0)
                                .isEmpty()
                        && order.px()
                                .filter(other -> intent.px()
                                        .filter(own -> own.value().compareTo(other) == 0)
                                        .isEmpty())
                                .isEmpty();
        if (!isAlike) {
            verdict.broken(NAME, call + " asks for " + order + ", not " + intent);
        }
    }

    /** A venue has an order that nobody here intended, as far as is durable. */
    public void orphan(SimOrder order) {
        verdict.broken(NAME, "the venue has " + order.clientId() + ", an orphan: no intent of it is durable");
    }
}
