package sluice.recovery;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
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
import sluice.order.account.AccountEvent;
import sluice.venue.VenueFill;

/**
 * What has been found out about one order so far, and the order as that leaves it.
 *
 * <p>Confined to one call of a pure function.
 */
final class Findings {

    private final Learned learned;
    private final Set<String> noted;
    private final List<OrderEvent> events = new ArrayList<>();
    private final List<Discrepancy> discrepancies = new ArrayList<>();
    private final Set<String> seen = new LinkedHashSet<>();
    private final List<String> evidence = new ArrayList<>();
    private Step.Grade grade = Step.Grade.E3;
    private final Set<Step.FollowUp> followUps = EnumSet.noneOf(Step.FollowUp.class);
    private Order order;

    Findings(Order order, Learned learned, Set<String> noted) {
        this.order = order;
        this.learned = learned;
        this.noted = noted;
    }

    Order order() {
        return order;
    }

    List<OrderEvent> events() {
        return List.copyOf(events);
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
            var before = order.cumQty();
            add(new OrderEvent.Traded(child(), execution, learned.mark(), at()));
            rests(Step.Grade.E1, execution.execId().value());
            booked++;
            var isNews = order.cumQty().compareTo(before) > 0;
            if (isNews && (!wasOpen || order.isOverfilled())) {
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
                breaks(new Discrepancy.FillsDiffer(child(), order.terms().symbol(), counted, told));
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
        if (seen.add(discrepancy.key())) {
            discrepancies.add(discrepancy);
        }
        if (isNew(discrepancy)) {
            followUps.add(Step.FollowUp.ALARM);
        }
    }

    /** The same, of what no more risk is to be taken on before an operator has looked. */
    void breaks(Discrepancy discrepancy) {
        if (isNew(discrepancy)) {
            followUps.add(Step.FollowUp.FREEZE);
        }
        differs(discrepancy);
    }

    private boolean isNew(Discrepancy discrepancy) {
        return !noted.contains(discrepancy.key());
    }

    /** It was told, and goes on. */
    void stays(Discrepancy discrepancy) {
        seen.add(discrepancy.key());
    }

    /** What it all rests on, the strongest of it counting. */
    void rests(Step.Grade on, String id) {
        grade = on.compareTo(grade) < 0 ? on : grade;
        if (!evidence.contains(id)) {
            evidence.add(id);
        }
    }

    /** The keys of everything that differs, told before or not. */
    Set<String> seen() {
        return seen;
    }

    void then(Step.FollowUp followUp) {
        followUps.add(followUp);
    }

    boolean tells(Class<? extends Discrepancy> kind) {
        return discrepancies.stream().anyMatch(kind::isInstance);
    }

    /** The step; empty when there is nothing to append, to tell or to do. */
    Optional<Step> step(Case kind, String text) {
        return events.isEmpty() && followUps.isEmpty()
                ? Optional.empty()
                : Optional.of(new Step(
                        kind,
                        Optional.of(child()),
                        text,
                        new Step.Basis(grade, evidence),
                        new Step.Facts(List.of(), events, differences(kind, text)),
                        discrepancies,
                        followUps));
    }

    private List<AccountEvent> differences(Case kind, String text) {
        return discrepancies.stream()
                .filter(each -> each.stands() && isNew(each))
                .<AccountEvent>map(each -> new AccountEvent.Differed(
                        order.ids().venue(),
                        each.key(),
                        kind.row(),
                        text,
                        order.ids().parentId(),
                        at()))
                .toList();
    }

    ChildId child() {
        return order.ids().childId();
    }

    Stamp at() {
        return learned.at();
    }
}
