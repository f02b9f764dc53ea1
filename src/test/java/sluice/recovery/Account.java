package sluice.recovery;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import sluice.market.Mark;
import sluice.market.Money;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Side;
import sluice.market.Stamp;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.order.ChildId;
import sluice.order.ClOrdId;
import sluice.order.Closure;
import sluice.order.ExecId;
import sluice.order.Execution;
import sluice.order.Liquidity;
import sluice.order.Order;
import sluice.order.OrderEvent;
import sluice.order.OrderId;
import sluice.order.OrderState;
import sluice.order.ParentId;
import sluice.order.Reason;
import sluice.order.Request;
import sluice.order.Terms;
import sluice.order.Tif;
import sluice.venue.ClientIdCodec;
import sluice.venue.Lookup;
import sluice.venue.Manifest;
import sluice.venue.VenueFill;
import sluice.venue.VenueOrder;
import sluice.venue.VenueReport;

/** Our orders at a venue and the venue's report of them, both told piece by piece. */
final class Account {

    static final String TAG = "t4g";
    static final Symbol SYMBOL = Symbol.of("BTC-USDT");
    static final VenueId VENUE = new VenueId("binance");
    static final Duration GRACE = Duration.ofSeconds(30);

    private final Map<ChildId, Order> ours = new TreeMap<>();
    private final Map<ChildId, Absence> absences = new HashMap<>();
    private final Map<ChildId, Stamp> heard = new HashMap<>();
    private final List<VenueOrder> orders = new ArrayList<>();
    private final List<VenueFill> fills = new ArrayList<>();
    private final Map<ClOrdId, Lookup> unfound = new HashMap<>();
    private final Set<Discrepancy> noted = new HashSet<>();
    private final Map<OrderId, ChildId> orderIds = new HashMap<>();
    private long now = Duration.ofMinutes(1).toNanos();
    private long origin;

    static Terms terms(String qty) {
        return Terms.limit(SYMBOL, Side.BUY, Qty.of(qty), Px.of("100"), Tif.GTC);
    }

    static ChildId child(long number) {
        return new ChildId(number);
    }

    static ClOrdId id(long number) {
        return ClOrdId.of(TAG, child(number), 0);
    }

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

    Account notFoundBefore(long number, int times) {
        var last = origin + now - Duration.ofSeconds(2).toNanos();
        var first = origin + now - GRACE.toNanos();
        absences.put(child(number), new Absence(times, first, last));
        return this;
    }

    Account venueShows(long number, OrderState state, String qty, String cumQty) {
        return venueShows(Optional.of(id(number)), orderId(number), state, terms(qty), cumQty);
    }

    Account venueShows(Optional<ClOrdId> clOrdId, OrderId orderId, OrderState state, Terms terms, String cumQty) {
        var ended = state == OrderState.CANCELLED || state == OrderState.REJECTED;
        var closure = ended ? Optional.of(Closure.of(Reason.VENUE_CANCELLED)) : Optional.<Closure>empty();
        var cum = Qty.of(cumQty);
        var quote = cum.value().multiply(new BigDecimal("100"));
        orders.add(new VenueOrder(clOrdId, orderId, terms, cum, quote, state, closure));
        return this;
    }

    /** A fill as venues list it, without our id. */
    Account venueFilled(long number, String execId, String qty) {
        return venueFilled(orderId(number), execId, qty);
    }

    Account venueFilled(OrderId orderId, String execId, String qty) {
        fills.add(new VenueFill(Optional.empty(), orderId, SYMBOL, Side.BUY, execution(execId, qty)));
        return this;
    }

    Account notFound(long number) {
        unfound.put(ours.get(child(number)).ids().clOrdId(), new Lookup.NotFound("Order does not exist."));
        return this;
    }

    Account unanswered(long number) {
        unfound.put(id(number), new Lookup.Failed("HTTP 503"));
        return this;
    }

    Plan plan() {
        var manifest = new Manifest(
                VENUE,
                new Manifest.ClientIds(ClientIdCodec.PLAIN, ".*", 36, Manifest.DuplicateWindow.WHILE_OPEN),
                new Manifest.Proof(Optional.of(Duration.ofDays(90)), GRACE, "closed"),
                new Manifest.Orders(Set.of(Tif.Kind.values()), true, true, false, Manifest.Amend.CANCEL_REPLACE));
        var report = new VenueReport(orders, unfound, fills, List.of(), List.of(), Instant.EPOCH);
        return Reconciliation.plan(new Ours(manifest, TAG, held(), orderIds, noted), report, learned());
    }

    Learned learned() {
        return new Learned(new Stamp(stamp(now).at(), origin + now), Mark.NONE);
    }

    private List<Held> held() {
        return ours.values().stream().map(this::held).toList();
    }

    private Held held(Order order) {
        var child = order.ids().childId();
        return new Held(order, true, heard.get(child), absences.getOrDefault(child, Absence.NONE));
    }

    /** What the desk does with a plan; time passes, so nothing is recent next time. */
    Account apply(Plan plan) {
        for (var event : plan.events()) {
            ours.computeIfPresent(event.childId(), (child, order) -> order.after(event));
        }
        plan.steps().stream()
                .filter(step -> !step.events().isEmpty())
                .flatMap(step -> step.childId().stream())
                .forEach(child -> heard.put(child, stamp(now)));
        absences.putAll(plan.absences());
        noted.addAll(plan.discrepancies());
        return this;
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

    Account shuffled(Random random) {
        Collections.shuffle(orders, random);
        Collections.shuffle(fills, random);
        return this;
    }

    Order order(long number) {
        return ours.get(child(number));
    }

    static OrderId orderId(long number) {
        return new OrderId("V-" + number);
    }

    static Execution execution(String execId, String qty) {
        var fee = Money.of("0.01", "USDT");
        return new Execution(new ExecId(execId), Qty.of(qty), Px.of("100"), fee, Liquidity.MAKER, Instant.EPOCH);
    }

    static Stamp stamp(long nanos) {
        return new Stamp(Instant.EPOCH.plusNanos(nanos), nanos);
    }
}
