package sluice.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import sluice.market.Mark;
import sluice.market.Stamp;
import sluice.market.VenueId;
import sluice.order.ChildId;
import sluice.order.ClOrdId;
import sluice.order.Closure;
import sluice.order.Order;
import sluice.order.OrderEvent;
import sluice.order.OrderId;
import sluice.order.ParentId;
import sluice.order.Reason;
import sluice.order.Request;
import sluice.order.Tif;
import sluice.order.account.AccountEvent;
import sluice.recovery.account.Expected;
import sluice.recovery.account.Suspicion;
import sluice.venue.ClientIdCodec;
import sluice.venue.Manifest;

/** Our orders at a venue and the venue's report of them, both told piece by piece. */
final class Account extends Reported<Account> {

    static final VenueId VENUE = new VenueId("binance");
    static final Duration GRACE = Duration.ofSeconds(30);

    private static final Manifest MANIFEST = new Manifest(
            VENUE,
            new Manifest.ClientIds(ClientIdCodec.PLAIN, ".*", 36, Manifest.DuplicateWindow.WHILE_OPEN),
            new Manifest.Proof(Optional.of(Duration.ofDays(90)), GRACE, "closed"),
            new Manifest.Orders(Set.of(Tif.Kind.values()), true, true, false, Manifest.Amend.CANCEL_REPLACE));

    private final Map<ChildId, Order> ours = new TreeMap<>();
    private final Map<ChildId, Absence> absences = new HashMap<>();
    private final Map<ChildId, Stamp> heard = new HashMap<>();
    private final Set<String> noted = new HashSet<>();
    private final Set<ChildId> unsent = new HashSet<>();
    private final Set<ChildId> ahead = new HashSet<>();
    private final Set<String> elsewhere = new HashSet<>();
    private final Map<String, Suspicion> suspicions = new HashMap<>();
    private final List<AccountEvent> told = new ArrayList<>();
    private Ours.Orphans orphans = Ours.Orphans.CANCEL;
    private Expected expected =
            new Expected(Map.of(), Optional.of(Map.of("USDT", new BigDecimal("1000"))), Map.of(), Map.of());
    private final Map<OrderId, ChildId> orderIds = new HashMap<>();
    private long now = Duration.ofMinutes(1).toNanos();
    private long origin;

    Account weSent(long number, String qty) {
        var ids = new Order.Ids(child(number), new ParentId(number), id(number), VENUE);
        var order = Order.of(new OrderEvent.Created(ids, terms(qty), Mark.NONE, stamp(0)));
        ours.put(child(number), order);
        heard.put(child(number), stamp(0));
        return this;
    }

    Account weLearned(long number, OrderEvent event) {
        ours.computeIfPresent(child(number), (child, order) -> order.after(event));
        return this;
    }

    Account acknowledged(long number) {
        return weLearned(number, new OrderEvent.Accepted(child(number), orderId(number), Mark.NONE, stamp(0)));
    }

    Account inDoubt(long number) {
        return inDoubt(number, new Request.New());
    }

    Account inDoubt(long number, Request request) {
        return weLearned(number, new OrderEvent.InDoubt(child(number), request, "timeout", stamp(0)));
    }

    Account amending(long number, String qty) {
        return weLearned(number, new OrderEvent.Requested(child(number), amend(number, qty), stamp(0)));
    }

    static Request.Replace amend(long number, String qty) {
        return new Request.Replace(ClOrdId.of(TAG, child(number), 1), terms(qty));
    }

    /** The old order is dead and the new one was sent; nobody has shown that it arrived. */
    Account sentAnew(long number, String qty) {
        ours.get(child(number)).orderId().ifPresent(id -> orderIds.put(id, child(number)));
        var amend = amend(number, qty);
        return weLearned(
                number,
                new OrderEvent.Replaced(child(number), amend.next(), amend.terms(), Optional.empty(), stamp(0)));
    }

    Account cancelling(long number) {
        return weLearned(number, new OrderEvent.Requested(child(number), new Request.Cancel(), stamp(0)));
    }

    Account filled(long number, String execId, String qty) {
        var execution = execution(execId, qty);
        return weLearned(number, new OrderEvent.Traded(child(number), execution, Mark.NONE, stamp(0)));
    }

    Account cancelled(long number) {
        var closure = Closure.of(Reason.REQUESTED);
        return weLearned(number, new OrderEvent.Cancelled(child(number), closure, stamp(0)));
    }

    Account heardJustNow(long number) {
        heard.put(child(number), stamp(now - 1));
        return this;
    }

    Account heardSinceTheReportWasAskedFor(long number) {
        ahead.add(child(number));
        return this;
    }

    Account notFoundBefore(long number, int times) {
        var last = origin + now - Duration.ofSeconds(2).toNanos();
        var first = origin + now - GRACE.toNanos();
        absences.put(child(number), new Absence(times, first, last));
        return this;
    }

    /** It was decided, and the process died before a byte left. */
    Account butNotOut(long number) {
        unsent.add(child(number));
        return this;
    }

    Plan plan() {
        var names = new Ours.Names(TAG, new ParentId(next()), child(next()), orphans);
        var known = new Ours.Known(noted, elsewhere, suspicions);
        return Reconciliation.plan(new Ours(MANIFEST, names, held(), orderIds, known, expected), report(), learned());
    }

    @Override
    Account self() {
        return this;
    }

    @Override
    ClOrdId currentId(long number) {
        return ours.get(child(number)).ids().clOrdId();
    }

    private long next() {
        return ours.keySet().stream().mapToLong(ChildId::number).max().orElse(0) + 1;
    }

    Learned learned() {
        return new Learned(new Stamp(stamp(now).at(), origin + now), Mark.NONE);
    }

    private List<Held> held() {
        return ours.values().stream().map(this::held).toList();
    }

    private Held held(Order order) {
        var child = order.ids().childId();
        return new Held(
                order,
                !unsent.contains(child),
                heard.get(child),
                absences.getOrDefault(child, Absence.NONE),
                ahead.contains(child));
    }

    /** What the desk does with a plan; time passes, so nothing is recent next time. */
    Account apply(Plan plan) {
        for (var event : plan.events()) {
            if (event instanceof OrderEvent.Created created) {
                ours.put(created.childId(), Order.of(created));
            }
            ours.computeIfPresent(event.childId(), (child, order) -> order.after(event));
        }
        plan.steps().stream()
                .filter(step -> !step.events().isEmpty())
                .flatMap(step -> step.childId().stream())
                .forEach(child -> heard.put(child, stamp(now)));
        absences.putAll(plan.absences());
        suspicions.clear();
        suspicions.putAll(plan.suspicions());
        plan.steps().stream().flatMap(step -> step.facts().accounts().stream()).forEach(this::take);
        return this;
    }

    private void take(AccountEvent event) {
        told.add(event);
        if (event instanceof AccountEvent.Differed differed) {
            noted.add(differed.key());
        } else if (event instanceof AccountEvent.Agreed agreed) {
            noted.remove(agreed.key());
        } else if (event instanceof AccountEvent.TradedElsewhere traded) {
            elsewhere.add(traded.key());
        } else if (event instanceof AccountEvent.Funded funded) {
            elsewhere.add(funded.key());
            var flows = new HashMap<>(expected.flows());
            flows.merge(funded.paid().asset(), funded.paid().amount().negate(), BigDecimal::add);
            expected = new Expected(flows, expected.held(), expected.fees(), expected.smallest());
        } else if (event instanceof AccountEvent.Adjusted adjusted) {
            var held = new HashMap<>(expected.held().orElse(Map.of()));
            adjusted.amounts().forEach(money -> held.merge(money.asset(), money.amount(), BigDecimal::add));
            expected = new Expected(expected.flows(), Optional.of(held), expected.fees(), expected.smallest());
        }
    }

    /** What the account should hold by our fills and what was found at first. */
    Account expects(Expected next) {
        expected = next;
        return this;
    }

    Account orphansWork() {
        orphans = Ours.Orphans.KEEP;
        return this;
    }

    Set<String> standing() {
        return noted;
    }

    List<AccountEvent> told() {
        return told;
    }

    Account later(Duration passed) {
        now += passed.toNanos();
        return this;
    }

    /** The machine's monotonic clock begins elsewhere from now on. */
    Account rebooted(Duration elsewhere) {
        origin = elsewhere.toNanos();
        return this;
    }

    boolean has(long number) {
        return ours.containsKey(child(number));
    }

    Order order(long number) {
        return ours.get(child(number));
    }

    /** Carries out the one step there is to do, after which there is none. */
    Order settled(Case kind, Class<?>... events) {
        var plan = plan();
        assertThat(only(plan).kind()).isEqualTo(kind);
        assertThat(plan.events()).extracting(Object::getClass).isEqualTo(List.of(events));
        apply(plan).later(Duration.ofMinutes(1));
        assertThat(plan().isEmpty()).as("a second plan is empty").isTrue();
        return order(1);
    }

    static Step only(Plan plan) {
        assertThat(plan.steps()).hasSize(1);
        return plan.steps().get(0);
    }
}
