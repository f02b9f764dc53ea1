package sluice.venue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import sluice.market.Clock;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Symbol;
import sluice.net.HeldCall;
import sluice.net.HttpCall;
import sluice.net.HttpOutcome;
import sluice.net.Link;
import sluice.net.LinkListener;
import sluice.net.OkHttpTransport;
import sluice.net.SessionDriver;
import sluice.net.Transport;
import sluice.order.ClOrdId;
import sluice.order.Terms;
import sluice.sim.WorldSpec;
import sluice.sim.server.SimServer;
import sluice.sim.server.SimSpec;
import sluice.sim.server.SimVenue;
import sluice.sim.store.MemoryLedger;

/** A simulated venue on loopback sockets, and its admin endpoint. */
public final class SimRig implements Rig {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Of Binance and Bybit, and of Coinbase. */
    private static final Pattern TICKS = Pattern.compile("(\"(?:tickSize|price_increment)\":)\"[0-9.]+\"");

    private final Stand stand;
    private final SimServer server;
    private final OkHttpTransport transport;
    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(1);
    private final HttpClient admin = HttpClient.newHttpClient();
    private final Venue venue;
    private volatile boolean coarser;

    private SimRig(Stand stand, SimServer server) {
        this.stand = stand;
        this.server = server;
        this.transport = new OkHttpTransport("contract", new RealClock());
        this.venue = stand.adapter()
                .open(server.venues().get(0), new Revised(), new RealClock(), SessionDriver.Timer.on(timer));
    }

    /** Makes the adapter to try. */
    public interface Adapter {

        Venue open(SimVenue at, Transport transport, Clock clock, SessionDriver.Timer timer);
    }

    /**
     * What is tried.
     *
     * @param wireName of the symbol, as the venue writes it
     * @param renames whether an order amended in place goes by its new id
     */
    public record Stand(String name, Symbol symbol, String wireName, boolean renames, Adapter adapter) {}

    public static SimRig start(Stand stand) {
        var spec = SimSpec.of(WorldSpec.usual(7), new MemoryLedger(), new RealClock());
        return new SimRig(stand, SimServer.start(spec.serving(List.of(stand.name()))));
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

    /** Lists coarser prices once that is wanted. */
    private final class Revised implements Transport {

        @Override
        public void call(HttpCall call, Consumer<HttpOutcome> then) {
            transport.call(call, outcome -> then.accept(revised(outcome)));
        }

        private HttpOutcome revised(HttpOutcome outcome) {
            return coarser && outcome instanceof HttpOutcome.Reply reply
                    ? new HttpOutcome.Reply(
                            reply.status(),
                            reply.headers(),
                            TICKS.matcher(reply.body()).replaceAll("$1\"1\""),
                            reply.took())
                    : outcome;
        }

        @Override
        public Link open(String url, LinkListener listener) {
            return transport.open(url, listener);
        }

        @Override
        public void prepare(Supplier<Optional<HeldCall>> work) {
            transport.prepare(work);
        }

        @Override
        public void close() {
            transport.close();
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
        return stand.symbol();
    }

    @Override
    public void freeze() {
        coarser = true;
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
        return Px.of(get("/venues/" + stand.name() + "/book?symbol=" + stand.wireName())
                .path("bids")
                .path(0)
                .path(0)
                .asText());
    }

    @Override
    public void sells(Px px, Qty qty) {
        post(
                "/venues/" + stand.name() + "/trade",
                "{\"symbol\":\"" + stand.wireName() + "\",\"side\":\"SELL\",\"px\":\"" + px + "\",\"qty\":\"" + qty
                        + "\"}");
    }

    @Override
    public Qty plenty() {
        return Qty.of("50");
    }

    /** A perpetual is paid for by a tenth. */
    @Override
    public Qty unaffordable() {
        return Qty.of(stand.symbol().isPerpetual() ? "1100" : "150");
    }

    @Override
    public void fault(String kind, String match) {
        var which = match.isEmpty() ? "" : ",\"match\":\"" + match + "\"";
        post("/venues/" + stand.name() + "/faults", "{\"kind\":\"" + kind + "\"" + which + "}");
    }

    @Override
    public boolean renamesInPlace() {
        return stand.renames();
    }

    @Override
    public long ordersUnder(ClOrdId id) {
        var wireId = venue.manifest().clientIds().codec().encode(id);
        return StreamSupport.stream(get("/venues/" + stand.name() + "/orders").spliterator(), false)
                .filter(order -> order.path("clOrdId").asText().equals(wireId))
                .count();
    }

    private JsonNode get(String path) {
        return send(HttpRequest.newBuilder(URI.create(server.admin() + path))
                .timeout(PATIENCE)
                .build());
    }

    private void post(String path, String body) {
        send(HttpRequest.newBuilder(URI.create(server.admin() + path))
                .timeout(PATIENCE)
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

    /** The same, but only as a maker. */
    static Terms postOnly(Terms terms) {
        return new Terms(terms.symbol(), terms.side(), terms.orderQty(), terms.px(), terms.tif(), true, false);
    }
}
