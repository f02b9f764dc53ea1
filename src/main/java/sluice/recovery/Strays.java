package sluice.recovery;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import sluice.market.Mark;
import sluice.market.Qty;
import sluice.market.Side;
import sluice.order.ClOrdId;
import sluice.order.Execution;
import sluice.order.Order;
import sluice.order.OrderEvent;
import sluice.order.OrderId;
import sluice.order.ParentId;
import sluice.order.Terms;
import sluice.order.Tif;
import sluice.order.account.AccountEvent;
import sluice.order.parent.Instructions;
import sluice.order.parent.Origin;
import sluice.order.parent.ParentEvent;
import sluice.recovery.Discrepancy.Owner;
import sluice.venue.VenueFill;
import sluice.venue.VenueOrder;

/**
 * What a venue lists that is of no order of the journal. Confined to one call of a pure function.
 *
 * <ol>
 *   <li>An order with this journal's tag and a number that is not taken was lost by the journal, and is adopted with
 *       its fills; it is cancelled unless the configuration lets it work.
 *   <li>What others do is tracked and never touched.
 *   <li>An execution is booked once, for whom it is.
 * </ol>
 */
final class Strays {

    private static final Origin RECOVERY = new Origin("sluice", "recovery", "adopt", Optional.empty());

    private final Ours ours;
    private final Matching matching;
    private final Learned learned;
    private final Map<OrderId, List<VenueFill>> fills = new LinkedHashMap<>();
    private final List<Step> steps = new ArrayList<>();
    private final Set<String> seen;
    private long nextParent;

    /** {@code seen} takes the keys of what differs, told before or not. */
    Strays(Ours ours, Matching matching, Learned learned, Set<String> seen) {
        this.ours = ours;
        this.matching = matching;
        this.learned = learned;
        this.seen = seen;
        this.nextParent = ours.names().nextParent().number();
    }

    List<Step> steps(List<VenueOrder> orders, List<VenueFill> listed) {
        listed.forEach(fill ->
                fills.computeIfAbsent(fill.orderId(), key -> new ArrayList<>()).add(fill));
        orders.forEach(this::order);
        List.copyOf(fills.values()).forEach(this::fillsOfOne);
        return steps;
    }

    private void order(VenueOrder order) {
        var child = lost(order.clOrdId());
        if (child.isPresent()) {
            adopt(
                    child.get(),
                    order,
                    Optional.ofNullable(fills.remove(order.orderId())).orElse(List.of()));
        } else if (!order.state().isTerminal()) {
            stray(order);
        }
    }

    /** The number of an order of ours that the journal does not have. */
    private Optional<Matching.Lost> lost(Optional<ClOrdId> clOrdId) {
        return clOrdId.flatMap(matching::lost)
                .filter(lost -> lost.child().compareTo(ours.names().nextChild()) >= 0);
    }

    private void adopt(Matching.Lost lost, VenueOrder order, List<VenueFill> executed) {
        var cancel = !order.state().isTerminal() && ours.names().orphans() == Ours.Orphans.CANCEL;
        var text = "%s: %s, %s; adopted as %s%s"
                .formatted(
                        order.orderId(),
                        Case.ORPHAN.words(),
                        describe(order),
                        lost.child(),
                        cancel ? " and to be cancelled" : " and left to work");
        var found = new Discrepancy.StrayOrder(Owner.THIS_JOURNAL, order);
        var facts = facts(lost, order.orderId(), order.terms(), executed, cancel);
        steps.add(new Step(
                Case.ORPHAN,
                Optional.of(lost.child()),
                text,
                shown(order.orderId()),
                facts,
                List.of(found),
                Set.of(Step.FollowUp.ALARM)));
    }

    /** A parent of its own, the order, and what it did. */
    private Step.Facts facts(
            Matching.Lost lost, OrderId orderId, Terms terms, List<VenueFill> executed, boolean cancel) {
        var at = learned.at();
        var venue = ours.manifest().venue();
        var ids = new Order.Ids(lost.child(), new ParentId(nextParent++), lost.clOrdId(), venue);
        var instructions = new Instructions(
                List.of(venue), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        var marks = new ParentEvent.Marks(at, Mark.NONE, Mark.NONE);
        var parents = new ArrayList<ParentEvent>();
        parents.add(new ParentEvent.Opened(ids.parentId(), terms, instructions, RECOVERY, marks, at));
        if (cancel) {
            parents.add(new ParentEvent.CancelAsked(ids.parentId(), at));
        }
        var findings = new Findings(Order.of(new OrderEvent.Created(ids, terms, Mark.NONE, at)), learned, Set.of());
        findings.accepted(orderId);
        findings.book(executed);
        var events = new ArrayList<OrderEvent>();
        events.add(new OrderEvent.Created(ids, terms, Mark.NONE, at));
        events.addAll(findings.events());
        return new Step.Facts(parents, events, List.of());
    }

    private static Step.Basis shown(OrderId orderId) {
        return new Step.Basis(Step.Grade.E1, List.of(orderId.value()));
    }

    private static String describe(VenueOrder order) {
        var side = order.terms().side() == Side.BUY ? "buys" : "sells";
        return side + " " + order.terms().orderQty() + " " + order.terms().symbol();
    }

    private void stray(VenueOrder order) {
        var owner = matching.owner(order.clOrdId());
        var found = new Discrepancy.StrayOrder(owner, order);
        seen.add(found.key());
        var isOurs = owner == Owner.THIS_JOURNAL;
        var isKnown = ours.known().differences().contains(found.key());
        if (isKnown && !isOurs) {
            return;
        }
        var kind = isOurs ? Case.ORPHAN : Case.EXTERNAL_ORDER;
        var text = "%s: %s, %s (%s)".formatted(order.orderId(), kind.words(), describe(order), owner);
        var differed = new AccountEvent.Differed(
                ours.manifest().venue(), found.key(), kind.row(), text, new ParentId(0), learned.at());
        var facts = isKnown ? Step.Facts.NONE : new Step.Facts(List.of(), List.of(), List.of(differed));
        var followUps = isOurs ? Set.of(Step.FollowUp.CANCEL, Step.FollowUp.ALARM) : Set.of(Step.FollowUp.ALARM);
        steps.add(new Step(kind, Optional.empty(), text, shown(order.orderId()), facts, List.of(found), followUps));
    }

    private void fillsOfOne(List<VenueFill> executed) {
        var first = executed.get(0);
        var lost = first.isOfOrder() ? lost(first.clOrdId()) : Optional.<Matching.Lost>empty();
        if (lost.isPresent()) {
            adoptOver(lost.get(), first, executed);
        } else {
            executed.forEach(this::elsewhere);
        }
    }

    /** An order that is not open any more, of which nothing is left to see but what it did. */
    private void adoptOver(Matching.Lost lost, VenueFill first, List<VenueFill> executed) {
        var qty = executed.stream()
                .map(VenueFill::execution)
                .distinct()
                .map(Execution::lastQty)
                .reduce(Qty.ZERO, Qty::plus);
        var terms = new Terms(first.symbol(), first.side(), qty, Optional.empty(), Tif.IOC, false, false);
        var text = "%s: %s, adopted as %s with %s filled"
                .formatted(first.orderId(), Case.STRAY_FILL_OURS.words(), lost.child(), qty);
        steps.add(new Step(
                Case.STRAY_FILL_OURS,
                Optional.of(lost.child()),
                text,
                shown(first.orderId()),
                facts(lost, first.orderId(), terms, executed, false),
                List.of(new Discrepancy.StrayFill(Owner.THIS_JOURNAL, first)),
                Set.of(Step.FollowUp.ALARM)));
    }

    private void elsewhere(VenueFill fill) {
        var owner = matching.owner(fill.clOrdId());
        var kind = Case.of(fill.cause());
        var execution = fill.execution();
        var booked = new AccountEvent.TradedElsewhere(
                ours.manifest().venue(),
                fill.isOfOrder() ? owner.name() : fill.cause().name(),
                fill.orderId(),
                fill.symbol(),
                fill.side(),
                execution,
                learned.at());
        if (ours.known().elsewhere().contains(booked.key()) || !seen.add(booked.key())) {
            return;
        }
        var text = "%s: %s, %s %s %s at %s"
                .formatted(
                        execution.execId(),
                        kind.words(),
                        fill.side(),
                        execution.lastQty(),
                        fill.symbol(),
                        execution.lastPx());
        steps.add(new Step(
                kind,
                Optional.empty(),
                text,
                new Step.Basis(Step.Grade.E1, List.of(execution.execId().value())),
                new Step.Facts(List.of(), List.of(), List.of(booked)),
                List.of(new Discrepancy.StrayFill(owner, fill)),
                Set.of(Step.FollowUp.ALARM)));
    }
}
