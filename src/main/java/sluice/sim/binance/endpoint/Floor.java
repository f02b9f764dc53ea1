package sluice.sim.binance.endpoint;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import sluice.sim.Exchange;
import sluice.sim.ExchangeListener;
import sluice.sim.Listing;
import sluice.sim.OrderChange;
import sluice.sim.SimFill;
import sluice.sim.SimOrder;
import sluice.sim.SimRef;
import sluice.sim.binance.call.Keys;
import sluice.sim.binance.call.Limits;
import sluice.sim.binance.call.OrderCounts;
import sluice.sim.binance.call.Refusal;
import sluice.sim.binance.call.Weights;
import sluice.sim.front.Faults;
import sluice.sim.front.Occasion;
import sluice.sim.front.ReadLag;

/**
 * What all requests at one venue share: the exchange, the keys, what has been used of the limits, and which new orders
 * queries cannot see yet. Confined to the simulator's thread.
 */
public final class Floor implements ExchangeListener {

    private static final Occasion NEW_ORDER = Occasion.of(
            "place",
            "query",
            "POST /api/v3/order",
            "order.place",
            "GET /api/v3/order",
            "order.status",
            "GET /api/v3/openOrders",
            "openOrders.status",
            "GET /api/v3/allOrders",
            "GET /api/v3/myTrades");

    private final Exchange exchange;
    private final Faults faults;
    private final Keys keys;
    private final Limits limits;
    private final Weights weights;
    private final Map<String, OrderCounts> counts = new HashMap<>();
    private final ReadLag lag;
    private Optional<String> cancelId = Optional.empty();
    private long generated;

    public Floor(Exchange exchange, Faults faults, Keys keys, Limits limits) {
        this.exchange = exchange;
        this.faults = faults;
        this.keys = keys;
        this.limits = limits;
        this.weights = new Weights(limits);
        this.lag = new ReadLag(faults, NEW_ORDER);
        exchange.listen(this);
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

    public Limits limits() {
        return limits;
    }

    public Weights weights() {
        return weights;
    }

    public Instant now() {
        return exchange.now();
    }

    /** The time as the venue tells it, which a fault may have set wrong. */
    public Instant serverTime() {
        return exchange.now().plus(faults.skew(exchange.now()));
    }

    public OrderCounts counts(String account) {
        return counts.computeIfAbsent(account, name -> new OrderCounts(limits));
    }

    Listing listing(String symbol) {
        return exchange.listing(symbol).orElseThrow(Refusal::invalidSymbol);
    }

    /** An id for what came without one. */
    String generatedId() {
        var mixed = (exchange.now().toEpochMilli() << 20) + ++generated;
        return "sim" + Long.toString(mixed * 0x9E3779B97F4A7C15L >>> 1, Character.MAX_RADIX) + "x" + generated;
    }

    /** A cancel goes by its own id, which the order's reports carry; it is known only while the cancel runs. */
    void cancelling(String id, Runnable cancel) {
        cancelId = Optional.of(id);
        try {
            cancel.run();
        } finally {
            cancelId = Optional.empty();
        }
    }

    public Optional<String> cancelId() {
        return cancelId;
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

    /** The order as a query sees it. */
    Optional<SimOrder> find(String account, String symbol, SimRef ref) {
        return exchange.find(account, symbol, ref).filter(this::sees);
    }

    @Override
    public void orderChanged(OrderChange change) {
        var isFirst = change.fill()
                .filter(fill -> fill.lastQty().equals(change.order().cumQty()))
                .isPresent();
        if (change.kind() == OrderChange.Kind.TRADE && isFirst) {
            counts(change.account()).takeBack(now());
        }
    }
}
