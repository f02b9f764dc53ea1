package sluice.recovery;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import sluice.market.Qty;
import sluice.market.Stamp;
import sluice.order.ChildId;
import sluice.order.Closure;
import sluice.order.Execution;
import sluice.order.Order;
import sluice.order.OrderEvent;
import sluice.order.OrderId;
import sluice.order.Request;
import sluice.venue.VenueFill;

/**
 * What has been found out about one order so far, and the order as that leaves it.
 *
 * <p>Confined to one call of a pure function.
 */
final class Findings {

    private final Learned learned;
    private final Set<Discrepancy> noted;
    private final List<OrderEvent> events = new ArrayList<>();
    private final List<Discrepancy> discrepancies = new ArrayList<>();
    private final Set<Step.FollowUp> followUps = EnumSet.noneOf(Step.FollowUp.class);
    private Order order;

    Findings(Order order, Learned learned, Set<Discrepancy> noted) {
        this.order = order;
        this.learned = learned;
        this.noted = noted;
    }

    Order order() {
        return order;
    }

    boolean hasEvents() {
        return !events.isEmpty();
    }

    void accepted(OrderId orderId) {
        add(new OrderEvent.Accepted(child(), orderId, learned.mark(), at()));
    }

    /** Books the fills that are not counted yet, and tells those of which the venue has told otherwise before. */
    int book(List<VenueFill> fills) {
        var wasOpen = order.isOpen();
        var booked = 0;
        for (var fill : fills) {
            var execution = fill.execution();
            if (order.fills().has(execution.execId())) {
                compare(execution);
                continue;
            }
            add(new OrderEvent.Traded(child(), execution, learned.mark(), at()));
            booked++;
            if (!wasOpen || order.isOverfilled()) {
                var beyond = order.cumQty().minus(order.terms().orderQty()).max(Qty.ZERO);
                differs(new Discrepancy.LateFill(child(), execution, beyond));
            }
        }
        return booked;
    }

    private void compare(Execution told) {
        for (var counted : order.fills().executions()) {
            var same =
                    counted.lastQty().equals(told.lastQty()) && counted.lastPx().equals(told.lastPx());
            if (counted.execId().equals(told.execId()) && !same) {
                differs(new Discrepancy.FillsDiffer(child(), counted, told));
            }
        }
    }

    void settled(String evidence) {
        add(new OrderEvent.Settled(child(), evidence, at()));
    }

    void cancelled(Closure closure) {
        add(new OrderEvent.Cancelled(child(), closure, at()));
    }

    void rejected(Closure closure) {
        add(new OrderEvent.Rejected(child(), closure, at()));
    }

    void inDoubt(Request request, String cause) {
        add(new OrderEvent.InDoubt(child(), request, cause, at()));
    }

    void add(OrderEvent event) {
        events.add(event);
        order = order.after(event);
    }

    /** Tells an operator, unless it has been told before. */
    void differs(Discrepancy discrepancy) {
        if (!noted.contains(discrepancy)) {
            discrepancies.add(discrepancy);
            followUps.add(Step.FollowUp.ALARM);
        }
    }

    void then(Step.FollowUp followUp) {
        followUps.add(followUp);
    }

    boolean tells(Class<? extends Discrepancy> kind) {
        return discrepancies.stream().anyMatch(kind::isInstance);
    }

    /** The step; empty when there is nothing to append, to tell or to do. */
    Optional<Step> step(Case kind, String text) {
        return events.isEmpty() && discrepancies.isEmpty() && followUps.isEmpty()
                ? Optional.empty()
                : Optional.of(new Step(kind, Optional.of(child()), text, events, discrepancies, followUps));
    }

    ChildId child() {
        return order.ids().childId();
    }

    Stamp at() {
        return learned.at();
    }
}
