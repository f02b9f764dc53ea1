package sluice.sim.binance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import sluice.sim.Hmac;
import sluice.sim.SimVenue;
import sluice.sim.binance.call.ApiKey;
import sluice.sim.binance.call.Keys;
import sluice.sim.binance.call.Limits;
import sluice.sim.front.Ask;
import sluice.sim.front.Delivery;
import sluice.sim.front.Faults;

/** A Binance venue under a clock of the test's own, with a client that signs for itself. */
final class SimBinance extends SimVenue<BinanceFront, SimBinance> {

    static final String KEY = "sim-key-0001";
    static final String SECRET = "sim-secret-0001";
    static final String BTC = "BTCUSDT";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    SimBinance() {
        this(Limits.USUAL);
    }

    SimBinance(Limits limits, ApiKey... more) {
        this(limits, Pace.USUAL, more);
    }

    SimBinance(Limits limits, Pace pace, ApiKey... more) {
        super(
                "binance",
                new Faults(BinanceFront.FAULTS),
                (exchange, faults, log) -> new BinanceFront(exchange, faults, log, keys(more), limits, pace));
    }

    private static Keys keys(ApiKey... more) {
        var keys = new ArrayList<>(List.of(more));
        keys.add(new ApiKey(KEY, SECRET, ApiKey.Kind.HMAC, "desk"));
        return new Keys(keys);
    }

    @Override
    protected SimBinance self() {
        return this;
    }

    int fired() {
        return faults.list().stream().mapToInt(armed -> armed.fired()).sum();
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
        return partOfMid(BTC, "0.9");
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

    static String hmac(String payload) {
        return Hmac.sha256(SECRET, payload);
    }
}
