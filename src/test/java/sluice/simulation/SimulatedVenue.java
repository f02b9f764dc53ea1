package sluice.simulation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Side;
import sluice.market.Symbol;
import sluice.sim.Exchange;
import sluice.sim.Listing;
import sluice.sim.front.Ask;
import sluice.sim.front.Delivery;
import sluice.sim.front.Fault;
import sluice.sim.front.FaultKind;
import sluice.sim.front.FrontEnd;
import sluice.sim.front.Naming;
import sluice.sim.front.Push;
import sluice.sim.server.counter.Counter;
import sluice.sim.server.counter.SimKey;

/** One simulated venue behind its own wire. It outlives every desk. */
final class SimulatedVenue {

    private final Runnable present;
    private final Counter counter;
    private final Map<Long, Consumer<Push>> wires = new HashMap<>();
    private final Map<Symbol, Listing> listings = new HashMap<>();
    private long lastConn;

    /** @param present brings the world to the present */
    SimulatedVenue(Runnable present, Counter counter) {
        this.present = present;
        this.counter = counter;
        exchange().listings().forEach(listing -> listings.put(Worlds.symbol(listing), listing));
    }

    String name() {
        return counter.venue();
    }

    SimKey key() {
        return counter.key();
    }

    Naming names() {
        return counter.names();
    }

    Exchange exchange() {
        return counter.exchange();
    }

    Listing listing(Symbol symbol) {
        return Optional.ofNullable(listings.get(symbol)).orElseThrow();
    }

    List<Symbol> symbols() {
        return exchange().listings().stream().map(Worlds::symbol).toList();
    }

    Px mid(Symbol symbol) {
        return exchange().mid(listing(symbol).symbol());
    }

    /** Whether a book that does not change is soon too old to go by, because nothing else proves that it is there. */
    boolean provesBooksByChanges() {
        return name().equals("bybit");
    }

    /** An outsider takes as little as can be of the best price on offer in each book. */
    void stir() {
        for (var listing : exchange().listings()) {
            exchange().picture(listing.symbol(), 1).asks().stream()
                    .findFirst()
                    .ifPresent(best ->
                            exchange().outsiderTrades(listing.symbol(), Side.BUY, best.px(), new Qty(listing.lot())));
        }
    }

    boolean canHave(FaultKind kind) {
        return counter.faults().supports(kind);
    }

    void arm(Fault fault) {
        counter.faults().arm(fault, exchange().now());
    }

    /** Nothing goes wrong any more. */
    void heal() {
        counter.faults().clear();
    }

    private FrontEnd front() {
        return counter.front();
    }

    Delivery http(Ask ask) {
        present.run();
        var delivery = front().http(ask);
        flush();
        return delivery;
    }

    long opened(String path, Consumer<Push> wire) {
        present.run();
        var conn = ++lastConn;
        wires.put(conn, wire);
        front().opened(conn, path, Map.of());
        flush();
        return conn;
    }

    void received(long conn, String text) {
        present.run();
        front().received(conn, text);
        flush();
    }

    void ponged(long conn) {
        present.run();
        front().ponged(conn);
    }

    void closed(long conn) {
        if (wires.remove(conn) != null) {
            present.run();
            front().closed(conn);
        }
    }

    void flush() {
        for (var push : front().drain()) {
            var wire = wires.get(push.conn());
            if (wire != null) {
                wire.accept(push);
            }
        }
    }
}
