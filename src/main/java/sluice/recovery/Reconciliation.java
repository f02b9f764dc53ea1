package sluice.recovery;

import static java.util.Comparator.comparing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import sluice.market.Side;
import sluice.order.ChildId;
import sluice.order.Order;
import sluice.order.OrderId;
import sluice.order.Request;
import sluice.recovery.Discrepancy.Owner;
import sluice.venue.Lookup;
import sluice.venue.VenueFill;
import sluice.venue.VenueOrder;
import sluice.venue.VenueReport;

/**
 * What a complete report of one venue proves about the orders we hold there, and the rules it is read by.
 *
 * <ol>
 *   <li>The venue is right about what exists, what filled and what ended; the journal about what was meant, and by
 *       whom.
 *   <li>A fill is booked once and always: before the order is ended, on whatever order it comes.
 *   <li>Nothing ends while the venue counts more than the fills it lists.
 *   <li>A failed question is no answer, and one not-found answer is no proof.
 *   <li>An order heard of within five seconds is left alone, unless the report proves something positive about it.
 *   <li>Once its events are applied, the same report brings none.
 * </ol>
 */
public final class Reconciliation {

    private final Ours ours;
    private final VenueReport report;
    private final Learned learned;
    private final Matching matching;
    private final Map<ChildId, List<VenueOrder>> orders = new HashMap<>();
    private final Map<ChildId, List<VenueFill>> fills = new HashMap<>();
    private final List<VenueOrder> strayOrders = new ArrayList<>();
    private final List<VenueFill> strayFills = new ArrayList<>();
    private final Map<ChildId, Set<OrderId>> orderIds = new HashMap<>();
    private final Set<OrderId> shown = new HashSet<>();

    private Reconciliation(Ours ours, VenueReport report, Learned learned) {
        this.ours = ours;
        this.report = report;
        this.learned = learned;
        this.matching = new Matching(ours);
        ours.orderIds()
                .forEach((id, child) ->
                        orderIds.computeIfAbsent(child, key -> new HashSet<>()).add(id));
    }

    /** The plan; it depends on nothing but its arguments, and its order on nothing at all. */
    public static Plan plan(Ours ours, VenueReport report, Learned learned) {
        var reconciliation = new Reconciliation(ours, report, learned);
        reconciliation.sort();
        return reconciliation.plan();
    }

    private void sort() {
        for (var order : report.orders()) {
            shown.add(order.orderId());
            matching.of(order)
                    .ifPresentOrElse(
                            child -> orders.computeIfAbsent(child, key -> new ArrayList<>())
                                    .add(order),
                            () -> strayOrders.add(order));
        }
        for (var fill : report.fills()) {
            matching.of(fill)
                    .ifPresentOrElse(
                            child -> fills.computeIfAbsent(child, key -> new ArrayList<>())
                                    .add(fill),
                            () -> strayFills.add(fill));
        }
        fills.values().forEach(list -> list.sort(VenueFills.OLDEST_FIRST));
        strayFills.sort(VenueFills.OLDEST_FIRST);
        strayOrders.sort(comparing(order -> order.orderId().value()));
    }

    private Plan plan() {
        var steps = new ArrayList<Step>();
        var absences = new TreeMap<ChildId, Absence>();
        var sorted = ours.orders().stream()
                .sorted(comparing(held -> held.order().ids().childId()))
                .toList();
        for (var held : sorted) {
            var child = held.order().ids().childId();
            var asked = asked(held);
            if (held.order().isOpen()) {
                absences.put(child, asked.absence());
            }
            compare(asked).ifPresent(steps::add);
            doubles(held, steps);
        }
        strayOrders.stream()
                .filter(order -> !order.state().isTerminal())
                .forEach(order -> stray(order).ifPresent(steps::add));
        strayFills.forEach(fill -> stray(fill).ifPresent(steps::add));
        return new Plan(steps, absences);
    }

    private Held asked(Held held) {
        if (shownOf(held.order()).isPresent()) {
            return held.with(Absence.NONE);
        }
        var answer = answerFor(held.order());
        return held.with(
                answer.map(lookup -> held.absence().after(lookup, learned.at().nanos()))
                        .orElse(held.absence()));
    }

    private Optional<Lookup> answerFor(Order order) {
        return Optional.ofNullable(report.unfound().get(order.ids().clOrdId()));
    }

    private Optional<Step> compare(Held held) {
        var order = held.order();
        var child = order.ids().childId();
        var theirs = shownOf(order);
        var listed = fills.getOrDefault(child, List.of());
        var unclaimed = strayFills.stream().anyMatch(fill -> mayBeOf(order, fill));
        var view = new View(theirs, listed, answerFor(order), true, unclaimed, former(order));
        return Comparison.of(held, view, ours.manifest(), ours.noted(), learned);
    }

    /** The venue's order that stands for ours now: what an amend made of it, else the one under its id. */
    private Optional<VenueOrder> shownOf(Order order) {
        var candidates = orders.getOrDefault(order.ids().childId(), List.of());
        var next = candidates.stream().filter(theirs -> isNext(order, theirs)).findFirst();
        var current = candidates.stream()
                .filter(theirs -> matching.isCurrent(order, theirs))
                .findFirst();
        var former = former(order);
        return next.or(() -> current)
                .or(() -> candidates.stream()
                        .filter(theirs -> !former.contains(theirs.orderId()))
                        .findFirst());
    }

    private Set<OrderId> former(Order order) {
        var all = new HashSet<>(orderIds.getOrDefault(order.ids().childId(), Set.of()));
        order.orderId().ifPresent(all::remove);
        return all;
    }

    private static boolean isNext(Order order, VenueOrder theirs) {
        return order.inFlight().orElse(null) instanceof Request.Replace replace
                && theirs.clOrdId().filter(replace.next()::equals).isPresent();
    }

    /** An order of which an amend left two alive: the one that should be gone is cancelled. */
    private void doubles(Held held, List<Step> steps) {
        var chosen = shownOf(held.order());
        for (var theirs : orders.getOrDefault(held.order().ids().childId(), List.of())) {
            var other = chosen.filter(one -> !one.orderId().equals(theirs.orderId()));
            if (other.isPresent() && !theirs.state().isTerminal() && !held.isRecent(learned.at())) {
                var findings = new Findings(held.order(), learned, ours.noted());
                findings.differs(new Discrepancy.Zombie(findings.child(), theirs));
                findings.then(Step.FollowUp.CANCEL);
                var text = "%s: a second order of it is open, %s".formatted(findings.child(), theirs.orderId());
                findings.step(Case.ZOMBIE, text).ifPresent(steps::add);
            }
        }
    }

    /** Whether a fill of an order that the venue does not show could be this one's; then absence is not proven. */
    private boolean mayBeOf(Order order, VenueFill fill) {
        var terms = order.terms();
        var inside = terms.px()
                .map(px ->
                        fill.execution().lastPx().compareTo(px) * terms.side().sign() <= 0)
                .orElse(true);
        return fill.clOrdId().isEmpty()
                && !shown.contains(fill.orderId())
                && fill.symbol().equals(terms.symbol())
                && fill.side() == terms.side()
                && fill.execution().lastQty().compareTo(terms.orderQty()) <= 0
                && inside;
    }

    private Optional<Step> stray(VenueOrder order) {
        var owner = matching.owner(order.clOrdId());
        var kind = owner == Owner.THIS_JOURNAL ? Case.ORPHAN : Case.EXTERNAL_ORDER;
        var side = order.terms().side() == Side.BUY ? "buys" : "sells";
        var text = "%s: %s %s %s %s (%s)"
                .formatted(
                        order.orderId(),
                        kind.words(),
                        side,
                        order.terms().orderQty(),
                        order.terms().symbol(),
                        owner);
        var found = new Discrepancy.StrayOrder(owner, order);
        return owner == Owner.THIS_JOURNAL
                ? Optional.of(told(kind, text, found, Set.of(Step.FollowUp.CANCEL, Step.FollowUp.ALARM)))
                : Optional.of(told(kind, text, found, Set.of(Step.FollowUp.ALARM)))
                        .filter(step -> !ours.noted().contains(found));
    }

    private Optional<Step> stray(VenueFill fill) {
        var found = new Discrepancy.StrayFill(matching.owner(fill.clOrdId()), fill);
        var execution = fill.execution();
        var text = "%s: %s, %s %s %s at %s"
                .formatted(
                        execution.execId(),
                        Case.STRAY_FILL.words(),
                        fill.side(),
                        execution.lastQty(),
                        fill.symbol(),
                        execution.lastPx());
        return ours.noted().contains(found)
                ? Optional.empty()
                : Optional.of(told(Case.STRAY_FILL, text, found, Set.of(Step.FollowUp.ALARM)));
    }

    private static Step told(Case kind, String text, Discrepancy found, Set<Step.FollowUp> followUps) {
        return new Step(kind, Optional.empty(), text, List.of(), List.of(found), followUps);
    }
}
