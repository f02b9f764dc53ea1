package sluice.sim.coinbase;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import sluice.sim.SimVenue;
import sluice.sim.coinbase.call.ApiKey;
import sluice.sim.coinbase.call.Keys;
import sluice.sim.coinbase.call.Limits;
import sluice.sim.coinbase.call.Quirks;
import sluice.sim.front.Ask;
import sluice.sim.front.Delivery;
import sluice.sim.front.Faults;
import sluice.sim.front.Json;

/** A Coinbase venue under a clock of the test's own, with a client that signs for itself. */
final class SimCoinbase extends SimVenue<CoinbaseFront, SimCoinbase> {

    static final String BTC = "BTC-USD";
    static final String NAME = "organizations/o1/apiKeys/k1";
    static final String LOOKER = "organizations/o1/apiKeys/looker";
    static final KeyPair PAIR = pair();

    SimCoinbase() {
        this(new Limits(1_000, 1_000, 1_000, 1_000), Quirks.USUAL);
    }

    SimCoinbase(Limits limits, Quirks quirks) {
        super(
                "coinbase",
                new Faults(CoinbaseFront.FAULTS),
                (exchange, faults, log) -> new CoinbaseFront(exchange, faults, log, keys(), limits, quirks));
    }

    private static Keys keys() {
        var looker = new ApiKey(LOOKER, PAIR.getPublic(), "desk", Set.of(ApiKey.Scope.VIEW, ApiKey.Scope.TRANSFER));
        return new Keys(List.of(ApiKey.trading(NAME, PAIR.getPublic(), "desk"), looker));
    }

    @Override
    protected SimCoinbase self() {
        return this;
    }

    /** The token of a request, or, without a uri, of a subscription. */
    Token token() {
        return new Token(
                NAME,
                PAIR.getPrivate(),
                Json.object()
                        .put("sub", NAME)
                        .put("iss", "cdp")
                        .put("nbf", now().getEpochSecond())
                        .put("exp", now().getEpochSecond() + 120));
    }

    /** A token in the making; what a test wants wrong in it, it makes wrong. */
    record Token(String kid, PrivateKey key, ObjectNode claims) {

        Token named(String name) {
            return new Token(name, key, claims.deepCopy().put("sub", name));
        }

        Token with(String claim, Object value) {
            return new Token(kid, key, claims.deepCopy().putPOJO(claim, value));
        }

        Token signedBy(PrivateKey other) {
            return new Token(kid, other, claims);
        }

        String text() {
            var header = Json.object()
                    .put("alg", "ES256")
                    .put("typ", "JWT")
                    .put("kid", kid)
                    .put("nonce", "9f3a");
            var signed = encoded(bytes(header.toString())) + "." + encoded(bytes(claims.toString()));
            try {
                var signer = Signature.getInstance("SHA256withECDSAinP1363Format");
                signer.initSign(key);
                signer.update(bytes(signed));
                return signed + "." + encoded(signer.sign());
            } catch (GeneralSecurityException e) {
                throw new AssertionError(e);
            }
        }

        private static String encoded(byte[] data) {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(data);
        }

        private static byte[] bytes(String text) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
    }

    Answer open(String pathAndQuery) {
        return answer(front.http(Ask.to("GET", "/api/v3/brokerage" + pathAndQuery, Map.of(), "")));
    }

    Answer get(String pathAndQuery) {
        return answer(send("GET", pathAndQuery, "", token()));
    }

    Answer post(String path, JsonNode body) {
        return answer(send("POST", path, body.toString(), token()));
    }

    Delivery send(String method, String pathAndQuery, String body, Token token) {
        var path = "/api/v3/brokerage" + pathAndQuery.replaceFirst("\\?.*", "");
        var full = token.claims().has("uri") ? token : token.with("uri", method + " api.coinbase.com" + path);
        return bearing(method, pathAndQuery, body, full.text());
    }

    Delivery bearing(String method, String pathAndQuery, String body, String token) {
        var headers = Map.of("Authorization", "Bearer " + token, "Host", "127.0.0.1:1");
        return front.http(Ask.to(method, "/api/v3/brokerage" + pathAndQuery, headers, body));
    }

    /** The body of an order of one kind, its fields as name and value in turn. */
    static ObjectNode order(String clientId, String side, String kind, String... fields) {
        var body = Json.object()
                .put("client_order_id", clientId)
                .put("product_id", BTC)
                .put("side", side);
        var configuration = body.putObject("order_configuration").putObject(kind);
        for (int i = 0; i < fields.length; i += 2) {
            configuration.put(fields[i], fields[i + 1]);
        }
        return body;
    }

    Answer limit(String clientId, String side, String size, String price) {
        return post("/orders", order(clientId, side, "limit_limit_gtc", "base_size", size, "limit_price", price));
    }

    Answer market(String clientId, String side, String size) {
        return post("/orders", order(clientId, side, "market_market_ioc", "base_size", size));
    }

    Answer cancel(String... ids) {
        var body = Json.object();
        body.set("order_ids", Json.texts(List.of(ids)));
        return post("/orders/batch_cancel", body);
    }

    /** A price so far below the market that an order there rests, on the tick. */
    String low() {
        return partOfMid(BTC, "0.9");
    }

    void connect(long conn) {
        connect(conn, "/");
    }

    void subscribe(long conn, String channel, String... products) {
        type(conn, subscription(channel, products).toString());
    }

    void subscribeSigned(long conn, String channel, String... products) {
        type(conn, subscription(channel, products).put("jwt", token().text()).toString());
    }

    static ObjectNode subscription(String channel, String... products) {
        var json = Json.object().put("type", "subscribe").put("channel", channel);
        return json.set("product_ids", Json.texts(List.of(products)));
    }

    List<JsonNode> frames(long conn, String channel) {
        return frames(conn).stream()
                .filter(frame -> frame.path("channel").asText().equals(channel))
                .toList();
    }

    static Answer answer(Delivery delivery) {
        var reply = (Delivery.Reply) delivery;
        return new Answer(reply.status(), reply.headers(), reply.body());
    }

    /** An answer with its body. */
    record Answer(int status, Map<String, String> headers, String body) {

        JsonNode json() {
            return Json.read(body).orElseThrow(() -> new AssertionError(body));
        }

        String text(String path) {
            return json().at(path).asText();
        }

        String orderId() {
            assertSuccess();
            return text("/success_response/order_id");
        }

        private void assertSuccess() {
            if (!json().path("success").asBoolean()) {
                throw new AssertionError(body);
            }
        }

        String reason() {
            var error = json().path("error_response");
            var reason = error.path("new_order_failure_reason").asText();
            return reason.startsWith("UNKNOWN")
                    ? error.path("preview_failure_reason").asText()
                    : reason;
        }
    }

    static KeyPair pair() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
