package sluice.sim.bybit.endpoint;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import sluice.sim.Exchange;
import sluice.sim.Listing;
import sluice.sim.SimFill;
import sluice.sim.SimOrder;
import sluice.sim.SimRef;
import sluice.sim.bybit.call.Category;
import sluice.sim.bybit.call.Form;
import sluice.sim.bybit.call.Keys;
import sluice.sim.bybit.call.Rates;
import sluice.sim.bybit.call.Refusal;
import sluice.sim.bybit.json.BybitNames;
import sluice.sim.bybit.json.Wire;
import sluice.sim.front.FaultKind;
import sluice.sim.front.Faults;
import sluice.sim.front.Occasion;
import sluice.sim.front.ReadLag;

/**
 * What all requests at one venue share: the exchange, the keys, the limits, the names, and what queries cannot see.
 * Confined to the simulator's thread.
 */
public final class BybitFloor {

    private static final Occasion NEW_ORDER = Occasion.of(
            "place",
            "query",
            "POST /v5/order/create",
            "GET /v5/order/realtime",
            "GET /v5/order/history",
            "GET /v5/execution/list");

    private final Exchange exchange;
    private final Faults faults;
    private final Keys keys;
    private final Rates rates;
    private final BybitNames names;
    private final ReadLag lag;
    private final DisconnectProtection protection;
    private Instant restartedAt = Instant.MIN;
    private long unnamed;

    public BybitFloor(Exchange exchange, Faults faults, Keys keys, Rates rates) {
        this.exchange = exchange;
        this.faults = faults;
        this.keys = keys;
        this.rates = rates;
        this.names = new BybitNames(exchange);
        this.lag = new ReadLag(faults, NEW_ORDER);
        this.protection = new DisconnectProtection(this);
    }

    public Exchange exchange() {
        return exchange;
    }

    public Faults faults() {
        return faults;
    }

    public Keys keys() {
        return keys;
    }

    public Rates rates() {
        return rates;
    }

    public BybitNames names() {
        return names;
    }

    public DisconnectProtection protection() {
        return protection;
    }

    public Instant now() {
        return exchange.now();
    }

    /** The time as the venue tells it, which a fault may have set wrong. */
    public Instant serverTime() {
        return exchange.now().plus(faults.skew(exchange.now()));
    }

    public long millis() {
        return serverTime().toEpochMilli();
    }

    /** The services were restarted: what realtime knew of closed orders is lost. */
    public void restarted() {
        restartedAt = now();
    }

    Instant restartedAt() {
        return restartedAt;
    }

    Listing listing(Form form) {
        return listing(form.category(), form.must("symbol"));
    }

    Listing listing(Category category, String name) {
        return names.listing(category, name)
                .orElseThrow(() -> category.pick(
                        Refusal.of(170121, "Invalid symbol."), Refusal.parameter("params error: symbol invalid")));
    }

    List<Listing> listings(Category category) {
        return exchange.listings().stream()
                .filter(listing -> Category.of(listing) == category)
                .toList();
    }

    /** The order a request means by {@code orderId}, which wins, or {@code orderLinkId}. */
    Optional<SimRef> ref(Form form) {
        var id = form.optional("orderId");
        return id.isPresent()
                ? names.ref(form.category(), id.get())
                : form.optional("orderLinkId").map(SimRef::of);
    }

    /** What the exchange calls an order its account gave no name. */
    String unnamed() {
        return Wire.UNNAMED + now().toEpochMilli() + "-" + ++unnamed;
    }

    void placed(SimOrder order) {
        lag.placed(order.orderId(), now());
    }

    boolean sees(SimOrder order) {
        return !lag.hides(order.orderId(), now());
    }

    boolean sees(SimFill fill) {
        return !lag.hides(fill.order().orderId(), now());
    }

    /** Every order the account may know, oldest first: those that were taken, and those that ended on arrival. */
    Stream<SimOrder> orders(String account) {
        return Stream.concat(
                exchange.orders(account).stream(),
                exchange.rejected(account).stream().filter(BybitFloor::wasAcknowledged));
    }

    /** Told by an acknowledgement like any other, and cancelled before it could stand. */
    public static boolean wasAcknowledged(SimOrder order) {
        return order.progress().cause() == SimOrder.Cause.WOULD_MATCH;
    }

    /** Whether the venue's service is down for this request or connection. */
    public boolean isDown(Occasion occasion) {
        return faults.fire(FaultKind.MAINTENANCE, occasion, now()).isPresent();
    }

    public Duration latency() {
        return exchange.latency();
    }
}
