package sluice.recovery;

import static java.util.Comparator.comparing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import sluice.order.ChildId;
import sluice.order.Order;
import sluice.order.OrderId;
import sluice.order.Request;
import sluice.recovery.account.Suspicion;
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
 *   <li>Nothing ends while the venue counts more than the fills it lists, unless something stands in for them.
 *   <li>A failed question is no answer, and one not-found answer is no proof; nor is an answer without balances, as a
 *       venue gives that comes back from maintenance.
 *   <li>An order heard of within five seconds, or within the venue's lag, is left alone, unless the report proves
 *       something positive about it.
 *   <li>Once its facts are applied, the same report brings none.
 * </ol>
 */
public final class Reconciliation {

    /** Of an order that is told twice, what it did most and last. */
    private static final Comparator<VenueOrder> FURTHEST = comparing(VenueOrder::cumQty)
            .thenComparing(order -> order.state().isTerminal())
            .thenComparing(VenueOrder::toString);

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
    private final Set<String> seen = new HashSet<>();
    private final Map<String, Suspicion> suspicions = new TreeMap<>();

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
        var furthest = new TreeMap<String, VenueOrder>();
        report.orders()
                .forEach(order -> furthest.merge(
                        order.orderId().value(),
                        order,
                        (one, other) -> FURTHEST.compare(one, other) < 0 ? other : one));
        for (var order : furthest.values()) {
            shown.add(order.orderId());
            matching.of(order)
                    .ifPresentOrElse(
                            child -> orders.computeIfAbsent(child, key -> new ArrayList<>())
                                    .add(order),
                            () -> strayOrders.add(order));
        }
        for (var fill : new LinkedHashSet<>(report.fills())) {
            matching.of(fill)
                    .ifPresentOrElse(
                            child -> fills.computeIfAbsent(child, key -> new ArrayList<>())
                                    .add(fill),
                            () -> strayFills.add(fill));
        }
        fills.values().forEach(list -> list.sort(View.OLDEST_FIRST));
        strayFills.sort(View.OLDEST_FIRST);
    }

    /** A venue that tells nothing of what the account holds is not itself yet. */
    private boolean isComplete() {
        return !report.balances().isEmpty();
    }

    private Plan plan() {
        var steps = new ArrayList<Step>();
        var absences = new TreeMap<ChildId, Absence>();
        var sorted = ours.orders().stream()
                .sorted(comparing(held -> held.order().ids().childId()))
                .toList();
        for (var held : sorted) {
            var asked = asked(held);
            if (held.order().isOpen()) {
                absences.put(held.order().ids().childId(), asked.absence());
            }
            compare(asked).ifPresent(steps::add);
            doubles(held, steps);
        }
        steps.addAll(new Strays(ours, matching, learned, seen).steps(strayOrders, strayFills));
        account(steps);
        if (isComplete()) {
            steps.addAll(new Agreement(ours, orders.keySet(), seen, learned).steps());
        }
        return new Plan(steps, absences, suspicions);
    }

    private void account(List<Step> steps) {
        var accounting = new Accounting(ours, report, learned, strayOrders);
        accounting.fundings(steps, seen);
        if (accounting.isSettled(steps, suspicions)) {
            accounting.compare(steps, suspicions, seen);
        } else {
            ours.known().differences().stream()
                    .filter(key -> key.startsWith("account "))
                    .forEach(seen::add);
            ours.known().suspicions().entrySet().stream()
                    .filter(known -> known.getKey().startsWith("account "))
                    .forEach(known -> suspicions.put(known.getKey(), known.getValue()));
        }
    }

    private Held asked(Held held) {
        if (shownOf(held.order()).isPresent()) {
            return held.with(Absence.NONE);
        }
        var answer = answerFor(held.order()).filter(lookup -> isComplete());
        return held.with(
                answer.map(lookup -> held.absence().after(lookup, learned.at().nanos()))
                        .orElse(held.absence()));
    }

    private Optional<Lookup> answerFor(Order order) {
        return Optional.ofNullable(report.unfound().get(order.ids().clOrdId()));
    }

    private Optional<Step> compare(Held held) {
        var order = held.order();
        var theirs = shownOf(order);
        var listed = fills.getOrDefault(order.ids().childId(), List.of());
        if (theirs.isEmpty() && !isComplete() && listed.isEmpty()) {
            return unproven(held);
        }
        var unclaimed = strayFills.stream().anyMatch(fill -> mayBeOf(order, fill));
        var plain = new View(theirs, listed, answerFor(order), View.Scope.ONE, former(order));
        var scope = theirs.map(shown -> scope(held, shown, plain))
                .orElseGet(() -> new View.Scope(true, unclaimed, false, false));
        var view = new View(theirs, listed, answerFor(order), scope, former(order));
        var findings = new Findings(order, learned, ours.known().differences());
        var step = view.compare(held, ours.manifest(), findings);
        seen.addAll(findings.seen());
        return step;
    }

    /** For how long the venue's count has been unlike the fills that are known: either may lag behind the other. */
    private View.Scope scope(Held held, VenueOrder theirs, View view) {
        var side = Counted.of(held, theirs, view, learned).apart().signum();
        var child = held.order().ids().childId();
        var ahead = side > 0 && goesOn("ahead " + child);
        var behind = side < 0
                && !held.isRecent(learned.at(), ours.manifest().answers().lag())
                && goesOn("behind " + child);
        return new View.Scope(true, false, ahead, behind);
    }

    private boolean goesOn(String key) {
        var suspicion =
                Suspicion.next(ours.known().suspicion(key), "", learned.at().nanos());
        suspicions.put(key, suspicion);
        return suspicion.lasts();
    }

    private Optional<Step> unproven(Held held) {
        if (!held.order().isOpen()
                || held.isRecent(learned.at(), ours.manifest().answers().lag())) {
            return Optional.empty();
        }
        var findings = new Findings(held.order(), learned, ours.known().differences());
        findings.rests(Step.Grade.E3, "no balances");
        findings.then(Step.FollowUp.QUERY);
        return findings.step(Case.EMPTY_LIST, findings.child() + ": " + Case.EMPTY_LIST.words());
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
            if (other.isPresent()
                    && !theirs.state().isTerminal()
                    && !held.isRecent(learned.at(), ours.manifest().answers().lag())) {
                var findings = new Findings(held.order(), learned, ours.known().differences());
                findings.rests(Step.Grade.E1, theirs.orderId().value());
                findings.differs(new Discrepancy.Zombie(findings.child(), theirs));
                findings.then(Step.FollowUp.CANCEL);
                var text = "%s: a second order of it is open, %s".formatted(findings.child(), theirs.orderId());
                findings.step(Case.ZOMBIE, text).ifPresent(steps::add);
                seen.addAll(findings.seen());
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
        return fill.isOfOrder()
                && fill.clOrdId().isEmpty()
                && !shown.contains(fill.orderId())
                && fill.symbol().equals(terms.symbol())
                && fill.side() == terms.side()
                && fill.execution().lastQty().compareTo(terms.orderQty()) <= 0
                && inside;
    }
}
