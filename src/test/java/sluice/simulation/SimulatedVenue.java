package sluice.simulation;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import sluice.market.Instrument.Bounds;
import sluice.market.Instrument.Grid;
import sluice.sim.Exchange;
import sluice.sim.ExchangeListener;
import sluice.sim.Fees;
import sluice.sim.Listing;
import sluice.sim.OrderChange;
import sluice.sim.VenueSpec;
import sluice.sim.WorldSpec;
import sluice.sim.binance.BinanceFront;
import sluice.sim.binance.Pace;
import sluice.sim.binance.call.ApiKey;
import sluice.sim.binance.call.Keys;
import sluice.sim.binance.call.Limits;
import sluice.sim.floor.World;
import sluice.sim.front.Ask;
import sluice.sim.front.Delivery;
import sluice.sim.front.Fault;
import sluice.sim.front.FaultKind;
import sluice.sim.front.Faults;
import sluice.sim.front.FrontEnd;
import sluice.sim.front.Push;
import sluice.sim.front.RequestLog;
import sluice.sim.store.MemoryLedger;

/** The simulated Binance behind its own wire, moved by virtual time. It outlives every desk. */
final class SimulatedVenue {

    static final String BTC = "BTCUSDT";
    static final String ACCOUNT = "desk";

    private static final String NAME = "binance";
    private static final long TICK_NANOS = Duration.ofMillis(100).toNanos();

    private final VirtualTime time;
    private final World world;
    private final Exchange exchange;
    private final Faults faults;
    private final FrontEnd front;
    private final Map<Long, Consumer<Push>> wires = new HashMap<>();
    private long lastConn;

    SimulatedVenue(VirtualTime time, long seed, ApiKey key, Consumer<OrderChange> watcher) {
        this(time, spec(seed), NAME, Set.copyOf(BinanceFront.FAULTS), (exchange, faults) -> {
            var keys = new Keys(List.of(key));
            return new BinanceFront(exchange, faults, new RequestLog(), keys, Limits.USUAL, Pace.USUAL);
        });
        exchange.listen(new ExchangeListener() {
            @Override
            public void orderChanged(OrderChange change) {
                watcher.accept(change);
            }
        });
    }

    /** Any venue of a world, behind any wire. */
    SimulatedVenue(VirtualTime time, WorldSpec spec, String venue, Set<FaultKind> possible, Wire wire) {
        this.time = time;
        this.world = World.open(spec, new MemoryLedger(), time.now());
        this.exchange = world.exchange(venue);
        exchange.enroll(ACCOUNT);
        this.faults = new Faults(possible);
        this.front = wire.before(exchange, faults);
        time.after(TICK_NANOS, this::tick);
    }

    /** A venue's protocol in front of an exchange. */
    interface Wire {

        FrontEnd before(Exchange exchange, Faults faults);
    }

    boolean canHave(FaultKind kind) {
        return faults.supports(kind);
    }

    private static WorldSpec spec(long seed) {
        var usual = WorldSpec.usual(seed);
        var assets = usual.assets().stream()
                .filter(asset -> List.of("BTC", "USDT").contains(asset.name()))
                .toList();
        var listing =
                Listing.spot("BTC", "USDT", Grid.of("0.01", "0.00001"), Bounds.of("0.00001", "9000", "5", "9000000"));
        var grants = Map.of("USDT", new BigDecimal(5_000_000), "BTC", new BigDecimal(100));
        var fees = Fees.of("0.001", "0.001");
        return new WorldSpec(seed, assets, List.of(new VenueSpec(NAME, List.of(listing), fees, 0.5, 1, grants)));
    }

    Exchange exchange() {
        return exchange;
    }

    void arm(Fault fault) {
        faults.arm(fault, exchange.now());
    }

    /** Nothing goes wrong any more. */
    void heal() {
        faults.clear();
    }

    /** Nothing goes wrong any more, and prices stand still. */
    void calm() {
        faults.clear();
        world.freeze(true);
    }

    private void tick() {
        advance();
        flush();
        time.after(TICK_NANOS, this::tick);
    }

    void advance() {
        world.advance(time.now());
    }

    Delivery http(Ask ask) {
        advance();
        var delivery = front.http(ask);
        flush();
        return delivery;
    }

    long opened(String path, Consumer<Push> wire) {
        advance();
        var conn = ++lastConn;
        wires.put(conn, wire);
        front.opened(conn, path, Map.of());
        flush();
        return conn;
    }

    void received(long conn, String text) {
        advance();
        front.received(conn, text);
        flush();
    }

    void ponged(long conn) {
        advance();
        front.ponged(conn);
    }

    void closed(long conn) {
        if (wires.remove(conn) != null) {
            advance();
            front.closed(conn);
        }
    }

    private void flush() {
        for (var push : front.drain()) {
            var wire = wires.get(push.conn());
            if (wire != null) {
                wire.accept(push);
            }
        }
    }
}
