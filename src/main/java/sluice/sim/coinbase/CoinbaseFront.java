package sluice.sim.coinbase;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import sluice.sim.Exchange;
import sluice.sim.coinbase.call.Keys;
import sluice.sim.coinbase.call.Limits;
import sluice.sim.coinbase.call.Quirks;
import sluice.sim.coinbase.endpoint.Floor;
import sluice.sim.coinbase.stream.Sockets;
import sluice.sim.front.Ask;
import sluice.sim.front.Delivery;
import sluice.sim.front.FaultKind;
import sluice.sim.front.Faults;
import sluice.sim.front.FrontEnd;
import sluice.sim.front.Outbox;
import sluice.sim.front.Push;
import sluice.sim.front.RequestLog;
import sluice.sim.front.StreamFaults;

/**
 * A Coinbase Advanced Trade venue: its REST API, market channels and user channel in front of an exchange.
 *
 * <p>Confined to the simulator's thread; deterministic for the exchange and the calls.
 */
public final class CoinbaseFront implements FrontEnd {

    /** Its books carry no checksum. */
    public static final Set<FaultKind> FAULTS = EnumSet.complementOf(
            EnumSet.of(FaultKind.CORRUPT_CHECKSUM, FaultKind.RESTART, FaultKind.MAINTENANCE_ANNOUNCED));

    private final Floor floor;
    private final Rest rest;
    private final Sockets sockets;
    private final Outbox outbox;

    public CoinbaseFront(Exchange exchange, Faults faults, RequestLog log, Keys keys, Limits limits, Quirks quirks) {
        this.floor = new Floor(exchange, faults, keys, quirks);
        this.outbox = new Outbox(new StreamFaults(faults), exchange::now);
        this.rest = new Rest(floor, limits, log);
        this.sockets = new Sockets(floor, limits, outbox);
    }

    @Override
    public Delivery http(Ask ask) {
        return rest.answer(ask);
    }

    @Override
    public void opened(long conn, String pathAndQuery, Map<String, String> headers) {
        sockets.opened(conn);
    }

    @Override
    public void received(long conn, String text) {
        sockets.received(conn, text);
    }

    /** The carrier answers pings; the venue documents nothing about them. */
    @Override
    public void pinged(long conn) {}

    @Override
    public void ponged(long conn) {}

    @Override
    public void closed(long conn) {
        sockets.closed(conn);
    }

    @Override
    public List<Push> drain() {
        floor.cancels().turn();
        sockets.turn();
        return outbox.take();
    }
}
