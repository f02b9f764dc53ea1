package sluice.sim.bybit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import sluice.sim.Hmac;
import sluice.sim.SimVenue;
import sluice.sim.bybit.call.Keys;
import sluice.sim.bybit.call.Rates;
import sluice.sim.front.Ask;
import sluice.sim.front.Delivery;
import sluice.sim.front.Faults;
import sluice.sim.front.Push;

/** A Bybit under a clock of the test's own, with a client that signs for itself. */
final class SimBybit extends SimVenue<BybitFront, SimBybit> {

    static final String KEY = "sim-key-0001";
    static final String SECRET = "sim-secret-0001";
    static final String BTC = "BTCUSDT";
    static final String BTC_PERPETUAL = "BTCUSDT-PERP";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    SimBybit() {
        this(BybitFront.PER_IP, Pace.USUAL);
    }

    SimBybit(int perIp, Pace pace) {
        super(
                "bybit",
                new Faults(BybitFront.FAULTS),
                (exchange, faults, log) -> new BybitFront(exchange, faults, log, keys(), new Rates(perIp), pace));
    }

    private static Keys keys() {
        return new Keys(List.of(new Keys.ApiKey(KEY, SECRET, "desk")));
    }

    @Override
    protected SimBybit self() {
        return this;
    }

    Answer get(String pathAndQuery) {
        return answer(front.http(Ask.to("GET", pathAndQuery, Map.of(), "")));
    }

    Answer asked(String pathAndQuery) {
        var query = pathAndQuery.substring(pathAndQuery.indexOf('?') + 1);
        return answer(front.http(Ask.to("GET", pathAndQuery, signature(millis(), "5000", query), "")));
    }

    Delivery send(String path, String body) {
        return front.http(Ask.to("POST", path, signature(millis(), "5000", body), body));
    }

    Answer post(String path, String body) {
        return answer(send(path, body));
    }

    Map<String, String> signature(long timestamp, String window, String payload) {
        return Map.of(
                "X-BAPI-API-KEY",
                KEY,
                "X-BAPI-TIMESTAMP",
                String.valueOf(timestamp),
                "X-BAPI-RECV-WINDOW",
                window,
                "X-BAPI-SIGN",
                hmac(timestamp + KEY + window + payload));
    }

    /** An order's body, to be completed. */
    static ObjectNode order(String category, String side, String qty, String linkId) {
        return MAPPER.createObjectNode()
                .put("category", category)
                .put("symbol", BTC)
                .put("side", side)
                .put("orderType", "Market")
                .put("qty", qty)
                .put("orderLinkId", linkId);
    }

    Answer market(String category, String side, String qty, String linkId) {
        return place(order(category, side, qty, linkId).put("marketUnit", "baseCoin"));
    }

    Answer limit(String category, String side, String qty, String price, String linkId) {
        return place(
                order(category, side, qty, linkId).put("orderType", "Limit").put("price", price));
    }

    Answer place(JsonNode body) {
        return post("/v5/order/create", body.toString());
    }

    Answer cancel(String category, String linkId) {
        return post(
                "/v5/order/cancel",
                "{\"category\":\"" + category + "\",\"symbol\":\"BTCUSDT\",\"orderLinkId\":\"" + linkId + "\"}");
    }

    /** The order as realtime shows it. */
    JsonNode order(String category, String linkId) {
        return asked("/v5/order/realtime?category=" + category + "&symbol=BTCUSDT&orderLinkId=" + linkId)
                .body()
                .at("/result/list/0");
    }

    /** A price a tenth below the market, where an order rests, on the tick. */
    String low() {
        return partOfMid(BTC, "0.9");
    }

    String high() {
        return partOfMid(BTC, "1.1");
    }

    void subscribe(long conn, String... topics) {
        type(conn, "{\"op\":\"subscribe\",\"req_id\":\"s1\",\"args\":[\"" + String.join("\",\"", topics) + "\"]}");
    }

    /** A private connection that listens, its answers forgotten. */
    SimBybit listening(long conn, String... topics) {
        connect(conn, "/v5/private");
        auth(conn, millis() + 10_000);
        subscribe(conn, topics);
        frames(conn);
        return this;
    }

    void auth(long conn, long expires) {
        type(
                conn,
                "{\"op\":\"auth\",\"req_id\":\"a1\",\"args\":[\"" + KEY + "\"," + expires + ",\""
                        + hmac("GET/realtime" + expires) + "\"]}");
    }

    /** The items of one topic pushed to a connection so far; everything is then forgotten. */
    List<JsonNode> items(long conn, String topic) {
        return frames(conn).stream()
                .filter(frame -> frame.path("topic").asText().equals(topic))
                .map(frame -> frame.path("data").get(0))
                .toList();
    }

    boolean isCut(long conn) {
        return pushed.stream().anyMatch(push -> push instanceof Push.Cut && push.conn() == conn);
    }

    boolean isClosed(long conn) {
        return pushed.stream().anyMatch(push -> push instanceof Push.Close && push.conn() == conn);
    }

    static Answer answer(Delivery delivery) {
        var reply = (Delivery.Reply) delivery;
        var isJson = reply.body().startsWith("{");
        return new Answer(reply.status(), reply.headers(), isJson ? json(reply.body()) : MAPPER.createObjectNode());
    }

    /** An answer with its body read. */
    record Answer(int status, Map<String, String> headers, JsonNode body) {

        int code() {
            return body.path("retCode").asInt(-1);
        }

        String text(String path) {
            return body.at(path).asText();
        }

        JsonNode list() {
            return body.at("/result/list");
        }
    }

    static String hmac(String payload) {
        return Hmac.sha256(SECRET, payload);
    }
}
