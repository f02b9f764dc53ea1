package sluice.sim.binance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import sluice.sim.Exchange;
import sluice.sim.WorldSpec;
import sluice.sim.binance.call.ApiKey;
import sluice.sim.binance.call.Keys;
import sluice.sim.binance.call.Limits;
import sluice.sim.floor.World;
import sluice.sim.front.Ask;
import sluice.sim.front.Delivery;
import sluice.sim.front.Fault;
import sluice.sim.front.Faults;
import sluice.sim.front.Push;
import sluice.sim.front.RequestLog;
import sluice.sim.store.MemoryLedger;

/** A Binance venue under a clock of the test's own, with a client that signs for itself. */
final class SimBinance {

    static final String KEY = "sim-key-0001";
    static final String SECRET = "sim-secret-0001";
    static final String BTC = "BTCUSDT";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    final World world;
    final Exchange exchange;
    final Faults faults = new Faults(BinanceFront.FAULTS);
    final RequestLog log = new RequestLog();
    final BinanceFront front;
    final List<Push> pushed = new ArrayList<>();
    private Instant now = Instant.parse("2026-08-01T00:00:00Z");

    SimBinance() {
        this(Limits.USUAL);
    }

    SimBinance(Limits limits, ApiKey... more) {
        this(limits, Pace.USUAL, more);
    }

    SimBinance(Limits limits, Pace pace, ApiKey... more) {
        world = World.open(WorldSpec.usual(7).only("binance"), new MemoryLedger(), now);
        exchange = world.exchange("binance");
        exchange.enroll("desk");
        var keys = new ArrayList<>(List.of(more));
        keys.add(new ApiKey(KEY, SECRET, ApiKey.Kind.HMAC, "desk"));
        front = new BinanceFront(exchange, faults, log, new Keys(keys), limits, pace);
        world.advance(now);
    }

    /** Prices stand still from here on. */
    SimBinance frozen() {
        world.freeze(true);
        return this;
    }

    long millis() {
        return now.toEpochMilli();
    }

    SimBinance after(long millis) {
        var end = now.plusMillis(millis);
        while (now.isBefore(end)) {
            now = now.plusMillis(Math.min(50, Duration.between(now, end).toMillis()));
            world.advance(now);
            drain();
        }
        return this;
    }

    SimBinance leap(Duration time) {
        now = now.plus(time);
        world.advance(now);
        drain();
        return this;
    }

    void arm(Fault fault) {
        faults.arm(fault, now);
    }

    int fired() {
        return faults.list().stream().mapToInt(armed -> armed.fired()).sum();
    }

    void drain() {
        pushed.addAll(front.drain());
    }

    Answer get(String pathAndQuery) {
        return answer(front.http(Ask.to("GET", pathAndQuery, Map.of(), "")));
    }

    Delivery send(String method, String path, String params) {
        var payload = params + (params.isEmpty() ? "" : "&") + "timestamp=" + millis();
        var signed = payload + "&signature=" + hmac(payload);
        return front.http(Ask.to(method, path + "?" + signed, Map.of("X-MBX-APIKEY", KEY), ""));
    }

    Answer signed(String method, String path, String params) {
        return answer(send(method, path, params));
    }

    Answer limit(String side, String quantity, String price, String clientId) {
        return signed("POST", "/api/v3/order", order(side, quantity, price, clientId));
    }

    static String order(String side, String quantity, String price, String clientId) {
        return "symbol=BTCUSDT&side=" + side + "&type=LIMIT&timeInForce=GTC&quantity=" + quantity + "&price=" + price
                + "&newClientOrderId=" + clientId;
    }

    Answer market(String side, String quantity, String clientId) {
        return signed(
                "POST",
                "/api/v3/order",
                "symbol=BTCUSDT&side=" + side + "&type=MARKET&quantity=" + quantity + "&newClientOrderId=" + clientId);
    }

    /** A price so far below the market that an order there rests, on the tick. */
    String low() {
        return exchange.mid(BTC)
                .value()
                .movePointLeft(1)
                .multiply(new BigDecimal(9))
                .setScale(0, RoundingMode.DOWN)
                .toPlainString();
    }

    void connect(long conn, String path) {
        front.opened(conn, path, Map.of());
        drain();
    }

    void type(long conn, String text) {
        front.received(conn, text);
        drain();
    }

    /** A request of the WebSocket API, signed over its sorted parameters. */
    void ask(long conn, String id, String method, Map<String, String> params) {
        type(conn, frame(id, method, params));
    }

    String frame(String id, String method, Map<String, String> params) {
        var all = new TreeMap<>(params);
        all.put("apiKey", KEY);
        all.put("timestamp", String.valueOf(millis()));
        var payload = all.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining("&"));
        var json = MAPPER.createObjectNode();
        all.forEach(json::put);
        json.put("timestamp", millis()).put("signature", hmac(payload));
        return MAPPER.createObjectNode()
                .put("id", id)
                .put("method", method)
                .set("params", json)
                .toString();
    }

    /** The frames pushed to a connection so far, which are then forgotten. */
    List<JsonNode> frames(long conn) {
        var frames = pushed.stream()
                .filter(push -> push instanceof Push.Text text && text.conn() == conn)
                .map(push -> json(((Push.Text) push).text()))
                .toList();
        pushed.removeIf(push -> push instanceof Push.Text text && text.conn() == conn);
        return frames;
    }

    static Answer answer(Delivery delivery) {
        var reply = (Delivery.Reply) delivery;
        return new Answer(reply.status(), reply.headers(), json(reply.body()));
    }

    /** An answer with its body read. */
    record Answer(int status, Map<String, String> headers, JsonNode body) {

        int code() {
            return body.path("code").asInt();
        }

        String text(String path) {
            return body.at(path).asText();
        }
    }

    static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(text, e);
        }
    }

    static String hmac(String payload) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(payload.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
