package sluice.sim.binance;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import sluice.sim.Exchange;
import sluice.sim.binance.api.WebSocketApi;
import sluice.sim.binance.call.Keys;
import sluice.sim.binance.call.Limits;
import sluice.sim.binance.endpoint.Endpoints;
import sluice.sim.binance.endpoint.Floor;
import sluice.sim.front.Ask;
import sluice.sim.front.Delivery;
import sluice.sim.front.FaultKind;
import sluice.sim.front.Faults;
import sluice.sim.front.FrontEnd;
import sluice.sim.front.Outbox;
import sluice.sim.front.Push;
import sluice.sim.front.RequestFaults;
import sluice.sim.front.RequestLog;
import sluice.sim.front.StreamFaults;

/**
 * A Binance spot venue: its REST API, market streams, WebSocket API and user data streams in front of an exchange.
 *
 * <p>Confined to the simulator's thread; deterministic for the exchange and the calls.
 */
public final class BinanceFront implements FrontEnd {

    /** Binance spot's books carry no checksum, and their numbers never begin again. */
    public static final Set<FaultKind> FAULTS = EnumSet.complementOf(
            EnumSet.of(FaultKind.CORRUPT_CHECKSUM, FaultKind.RESTART, FaultKind.MAINTENANCE_ANNOUNCED));

    private final Rest rest;
    private final Sockets sockets;
    private final Outbox outbox;

    public BinanceFront(Exchange exchange, Faults faults, RequestLog log, Keys keys, Limits limits, Pace pace) {
        var floor = new Floor(exchange, faults, keys, limits);
        var endpoints = new Endpoints(floor);
        var refusals = new BinanceRefusals(floor);
        this.outbox = new Outbox(new StreamFaults(faults), exchange::now);
        this.rest = new Rest(floor, endpoints, refusals, log);
        var requests = new RequestFaults(faults, refusals);
        var api = new WebSocketApi(floor, endpoints, refusals, requests, outbox, log);
        this.sockets = new Sockets(floor, pace, outbox, api);
    }

    @Override
    public Delivery http(Ask ask) {
        return rest.answer(ask);
    }

    @Override
    public void opened(long conn, String pathAndQuery, Map<String, String> headers) {
        sockets.opened(conn, pathAndQuery);
    }

    @Override
    public void received(long conn, String text) {
        sockets.received(conn, text);
    }

    @Override
    public void pinged(long conn) {
        sockets.pinged(conn);
    }

    @Override
    public void ponged(long conn) {
        sockets.ponged(conn);
    }

    @Override
    public void closed(long conn) {
        sockets.closed(conn);
    }

    @Override
    public List<Push> drain() {
        sockets.turn();
        return outbox.take();
    }
}
