package sluice.sim.bybit;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import sluice.sim.Exchange;
import sluice.sim.bybit.call.Keys;
import sluice.sim.bybit.call.Rates;
import sluice.sim.bybit.endpoint.BybitFloor;
import sluice.sim.bybit.endpoint.Endpoints;
import sluice.sim.bybit.stream.PrivateTopics;
import sluice.sim.front.Ask;
import sluice.sim.front.Delivery;
import sluice.sim.front.FaultKind;
import sluice.sim.front.Faults;
import sluice.sim.front.FrontEnd;
import sluice.sim.front.Naming;
import sluice.sim.front.Outbox;
import sluice.sim.front.Push;
import sluice.sim.front.RequestLog;
import sluice.sim.front.StreamFaults;

/**
 * A Bybit, version 5: spot and linear perpetuals over REST, public sockets and a private one, in front of an exchange.
 *
 * <p>Confined to the simulator's thread; deterministic for the exchange and the calls.
 */
public final class BybitFront implements FrontEnd {

    /** Bybit's books carry no checksum. */
    public static final Set<FaultKind> FAULTS = EnumSet.complementOf(EnumSet.of(FaultKind.CORRUPT_CHECKSUM));

    /** Requests of one IP in five seconds. */
    public static final int PER_IP = 600;

    private final BybitFloor floor;
    private final Rest rest;
    private final Sockets sockets;
    private final Outbox outbox;

    public BybitFront(Exchange exchange, Faults faults, RequestLog log, Keys keys, Rates rates, Pace pace) {
        this.floor = new BybitFloor(exchange, faults, keys, rates);
        this.outbox = new Outbox(new StreamFaults(faults), exchange::now);
        var accounts = new PrivateTopics(floor, outbox);
        this.rest = new Rest(floor, new Endpoints(floor, accounts::tell), new BybitRefusals(floor), log);
        this.sockets = new Sockets(floor, pace, outbox, accounts);
    }

    public Naming names() {
        return floor.names();
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

    /** The venue's clients ping in JSON; a ping frame is answered by the carrier and means nothing more. */
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
        floor.protection().turn();
        sockets.turn();
        return outbox.take();
    }
}
