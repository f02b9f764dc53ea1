package sluice.recovery;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import sluice.market.Mark;
import sluice.market.Qty;
import sluice.market.Side;
import sluice.order.ChildId;
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
    private final Map<ChildId, LostOrder> lost = new LinkedHashMap<>();
    private final Map<OrderId, LostOrder> byOrderId = new HashMap<>();
    private final List<VenueFill> others = new ArrayList<>();
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
        orders.forEach(order -> lost(order.clOrdId())
                .ifPresent(found -> lost(found, order.orderId()).orders.add(order)));
        listed.stream()
                .filter(VenueFill::isOfOrder)
                .forEach(fill -> lost(fill.clOrdId()).ifPresent(found -> lost(found, fill.orderId())));
        listed.forEach(fill -> Optional.ofNullable(byOrderId.get(fill.orderId()))
                .filter(lost -> fill.isOfOrder())
                .map(LostOrder::fills)
                .orElse(others)
                .add(fill));
        for (var order : orders) {
            if (lost(order.clOrdId()).isEmpty() && !order.state().isTerminal()) {
                stray(order);
            }
        }
        lost.values().forEach(this::adopt);
        others.forEach(this::elsewhere);
        return steps;
    }

    private LostOrder lost(Matching.Lost found, OrderId id) {
        var order = lost.computeIfAbsent(found.child(), child -> new LostOrder());
        byOrderId.put(id, order);
        return order;
    }

    private void adopt(LostOrder found) {
        var current = found.current();
        if (current.isEmpty()) {
            var first = found.fills().get(0);
            adoptOver(lost(first.clOrdId()).orElseThrow(), first, found.fills());
            return;
        }
        adopt(lost(current.get().clOrdId()).orElseThrow(), current.get(), found);
        found.orders().stream()
                .filter(order -> !order.equals(current.get()) && !order.state().isTerminal())
                .forEach(this::stray);
    }

    /** The number of an order of ours that the journal does not have. */
    private Optional<Matching.Lost> lost(Optional<ClOrdId> clOrdId) {
        return clOrdId.flatMap(matching::lost)
                .filter(lost -> lost.child().compareTo(ours.names().nextChild()) >= 0);
    }

    private void adopt(Matching.Lost lost, VenueOrder order, LostOrder whole) {
        var cancel = !order.state().isTerminal() && ours.names().orphans() == Ours.Orphans.CANCEL;
        var text = "%s: %s, %s; adopted as %s%s"
                .formatted(
                        order.orderId(),
                        Case.ORPHAN.words(),
                        describe(order),
                        lost.child(),
                        cancel ? " and to be cancelled" : " and left to work");
        var found = new Discrepancy.StrayOrder(Owner.THIS_JOURNAL, order);
        var facts = facts(lost, order.orderId(), whole.terms(order), whole.fills(), cancel);
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

    /**
     * All that a venue shows of one order of ours that the journal does not have: amends make several of it there, and
     * it is one all the same.
     */
    private static final class LostOrder {

        /** What an amend made comes after what it took the place of. */
        private static final Comparator<VenueOrder> NEWEST = Comparator.comparing(
                        (VenueOrder order) -> !order.state().isTerminal())
                .thenComparing(
                        LostOrder::id, Comparator.comparing(String::length).thenComparing(Comparator.naturalOrder()))
                .thenComparing(order -> order.orderId().value());

        private final List<VenueOrder> orders = new ArrayList<>();
        private final List<VenueFill> fills = new ArrayList<>();

        private static String id(VenueOrder order) {
            return order.clOrdId().orElseThrow().value();
        }

        List<VenueOrder> orders() {
            return orders;
        }

        List<VenueFill> fills() {
            return fills;
        }

        /** The one that stands for it; empty when only fills are left to see. */
        Optional<VenueOrder> current() {
            return orders.stream().max(NEWEST);
        }

        /** What the current one asks for, and what those before it had filled. */
        Terms terms(VenueOrder current) {
            var before = fills.stream()
                    .filter(fill -> !fill.orderId().equals(current.orderId()))
                    .map(VenueFill::execution)
                    .distinct()
                    .map(execution -> execution.lastQty())
                    .reduce(Qty.ZERO, Qty::plus);
            return current.terms().withOrderQty(current.terms().orderQty().plus(before));
        }
    }
}
