package sluice.venue.binance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.StreamSupport;
import sluice.market.Clock;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.net.Ends;
import sluice.net.OkHttpTransport;
import sluice.net.SessionDriver;
import sluice.order.ClOrdId;
import sluice.sim.WorldSpec;
import sluice.sim.server.SimServer;
import sluice.sim.server.SimSpec;
import sluice.sim.store.MemoryLedger;
import sluice.venue.Rig;
import sluice.venue.Venue;
import sluice.venue.binance.trade.wire.Credentials;

/** The simulated Binance on loopback sockets, and its admin endpoint. */
final class SimRig implements Rig {

    private static final Symbol BTC_USDT = Symbol.of("BTC-USDT");
    private static final String WIRE_NAME = "BTCUSDT";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final SimServer server;
    private final OkHttpTransport transport;
    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(1);
    private final HttpClient admin = HttpClient.newHttpClient();
    private final Venue venue;

    private SimRig(SimServer server) {
        this.server = server;
        this.transport = new OkHttpTransport("contract", new RealClock());
        this.venue = new BinanceVenue(
                config(server),
                new Ends(transport, new RealClock(), SessionDriver.Timer.on(timer)),
                new SplittableRandom(1));
    }

    static SimRig start() {
        var spec = SimSpec.of(WorldSpec.usual(7), new MemoryLedger(), new RealClock());
        return new SimRig(SimServer.start(spec.serving(List.of("binance"))));
    }

    private static BinanceConfig config(SimServer server) {
        var at = server.venues().get(0);
        return BinanceConfig.of(new VenueId("binance"), BinanceConfig.Hosts.of(at.rest(), at.ws()), List.of(BTC_USDT))
                .with(new Credentials(at.apiKey(), at.apiSecret()));
    }

    private static final class RealClock implements Clock {

        @Override
        public Instant now() {
            return Instant.now();
        }

        @Override
        public long nanos() {
            return System.nanoTime();
        }
    }

    @Override
    public Venue venue() {
        return venue;
    }

    @Override
    public Clock clock() {
        return new RealClock();
    }

    @Override
    public Symbol symbol() {
        return BTC_USDT;
    }

    @Override
    public void freeze() {
        post("/market", "{\"frozen\":true}");
    }

    @Override
    public Px farBelow() {
        return Px.of("50000");
    }

    @Override
    public Px farAbove() {
        return Px.of("65000");
    }

    @Override
    public Px bestBid() {
        return Px.of(get("/venues/binance/book?symbol=" + WIRE_NAME)
                .path("bids")
                .path(0)
                .path(0)
                .asText());
    }

    @Override
    public void sells(Px px, Qty qty) {
        post(
                "/venues/binance/trade",
                "{\"symbol\":\"" + WIRE_NAME + "\",\"side\":\"SELL\",\"px\":\"" + px + "\",\"qty\":\"" + qty + "\"}");
    }

    @Override
    public Qty plenty() {
        return Qty.of("50");
    }

    @Override
    public Qty unaffordable() {
        return Qty.of("150");
    }

    @Override
    public void fault(String kind, String match) {
        var which = match.isEmpty() ? "" : ",\"match\":\"" + match + "\"";
        post("/venues/binance/faults", "{\"kind\":\"" + kind + "\"" + which + "}");
    }

    @Override
    public boolean renamesInPlace() {
        return true;
    }

    @Override
    public long ordersUnder(ClOrdId id) {
        return StreamSupport.stream(get("/venues/binance/orders").spliterator(), false)
                .filter(order -> order.path("clOrdId").asText().equals(id.value()))
                .count();
    }

    private JsonNode get(String path) {
        return send(HttpRequest.newBuilder(URI.create(server.admin() + path)).build());
    }

    private void post(String path, String body) {
        send(HttpRequest.newBuilder(URI.create(server.admin() + path))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private JsonNode send(HttpRequest request) {
        try {
            var reply = admin.send(request, HttpResponse.BodyHandlers.ofString());
            if (reply.statusCode() / 100 != 2) {
                throw new AssertionError(request + ": " + reply.statusCode() + " " + reply.body());
            }
            return JSON.readTree(reply.body());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        transport.close();
        timer.shutdownNow();
        server.close();
    }
}
