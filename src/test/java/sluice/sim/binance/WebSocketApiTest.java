package sluice.sim.binance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import sluice.sim.binance.call.ApiKey;
import sluice.sim.binance.call.Limits;
import sluice.sim.front.Fault;
import sluice.sim.front.FaultKind;
import sluice.sim.front.Push;

/** Requests over the WebSocket API. */
class WebSocketApiTest {

    private final SimBinance venue = connected(new SimBinance().frozen());

    @Test
    void openRequestsNeedNoKey() {
        venue.type(1, "{\"id\":\"t\",\"method\":\"time\"}");
        var answer = only();
        assertThat(answer.path("id").asText()).isEqualTo("t");
        assertThat(answer.at("/result/serverTime").asLong()).isEqualTo(venue.millis());
        assertThat(answer.at("/rateLimits/0/rateLimitType").asText()).isEqualTo("REQUEST_WEIGHT");
        assertThat(answer.at("/rateLimits/0/count").asInt()).isEqualTo(3);
    }

    @Test
    void symbolsMayBeAList() {
        venue.type(1, "{\"id\":1,\"method\":\"exchangeInfo\",\"params\":{\"symbols\":[\"BTCUSDT\",\"ETHUSDT\"]}}");
        assertThat(only().at("/result/symbols")).hasSize(2);
    }

    @Test
    void anOrderLivesItsLife() {
        venue.ask(1, "p", "order.place", order("x-1"));
        var placed = only();
        assertThat(placed.path("status").asInt()).isEqualTo(200);
        assertThat(placed.at("/result/status").asText()).isEqualTo("NEW");
        assertThat(placed.at("/rateLimits").findValuesAsText("rateLimitType")).contains("ORDERS");
        var ref = Map.of("symbol", "BTCUSDT", "origClientOrderId", "x-1");
        venue.ask(1, "s", "order.status", ref);
        assertThat(only().at("/result/clientOrderId").asText()).isEqualTo("x-1");
        venue.ask(1, "o", "openOrders.status", Map.of());
        assertThat(only().path("result")).hasSize(1);
        var amendment =
                Map.of("symbol", "BTCUSDT", "origClientOrderId", "x-1", "newClientOrderId", "x-2", "newQty", "0.001");
        venue.ask(1, "a", "order.amend.keepPriority", amendment);
        assertThat(only().at("/result/amendedOrder/clientOrderId").asText()).isEqualTo("x-2");
        venue.ask(1, "c", "order.cancel", ref);
        assertThat(only().at("/error/code").asInt()).isEqualTo(-2011);
        ref = Map.of("symbol", "BTCUSDT", "origClientOrderId", "x-2");
        venue.ask(1, "c", "order.cancel", ref);
        assertThat(only().at("/result/status").asText()).isEqualTo("CANCELED");
        venue.ask(1, "c", "order.cancel", ref);
        assertThat(only().at("/error/code").asInt()).isEqualTo(-2011);
    }

    @Test
    void theReplyComesBeforeTheReportsOfItsOrder() {
        venue.ask(1, "u", "userDataStream.subscribe.signature", Map.of());
        venue.frames(1);
        venue.ask(1, "p", "order.place", order("x-1"));
        assertThat(venue.frames(1).get(0).path("id").asText()).isEqualTo("p");
    }

    @Test
    void aDelayedReplyComesAfterThem() {
        venue.ask(1, "u", "userDataStream.subscribe.signature", Map.of());
        venue.arm(Fault.once(FaultKind.DELAY).on("order.place").with("ms", 200));
        venue.ask(1, "p", "order.place", order("x-1"));
        var reply = venue.pushed.stream()
                .filter(push -> push instanceof Push.Text text && !text.delay().isZero())
                .toList();
        assertThat(reply).hasSize(1);
    }

    @Test
    void aWrongSignatureIsRefused() {
        venue.type(1, venue.frame("p", "order.place", order("x-1")).replace("BUY", "SELL"));
        var answer = only();
        assertThat(answer.path("status").asInt()).isEqualTo(400);
        assertThat(answer.at("/error/code").asInt()).isEqualTo(-1022);
    }

    @Test
    void whatIsNoRequestIsRefused() {
        venue.type(1, "nonsense");
        assertThat(only().at("/error/code").asInt()).isEqualTo(-1135);
        venue.type(1, "{\"id\":5,\"method\":\"order.guess\"}");
        var unknown = only();
        assertThat(unknown.path("id").asInt()).isEqualTo(5);
        assertThat(unknown.path("status").asInt()).isEqualTo(400);
    }

    @Test
    void limitsAreLeftOutOnRequest() {
        venue.connect(2, "/ws-api/v3?returnRateLimits=false");
        venue.type(2, "{\"id\":1,\"method\":\"ping\"}");
        assertThat(venue.frames(2).get(0).has("rateLimits")).isFalse();
    }

    @Test
    void aLimitedRequestIsToldUntilWhen() {
        venue.arm(Fault.once(FaultKind.RATE_LIMIT).on("order.place"));
        venue.ask(1, "p", "order.place", order("x-1"));
        var answer = only();
        assertThat(answer.path("status").asInt()).isEqualTo(429);
        assertThat(answer.at("/error/code").asInt()).isEqualTo(-1003);
        assertThat(answer.at("/error/data/retryAfter").asLong()).isEqualTo(venue.millis() + 1_000);
    }

    @Test
    void aLostReplyCutsTheConnectionAfterTheOrderWasTaken() {
        venue.arm(Fault.once(FaultKind.REPLY_LOST).on("place"));
        venue.ask(1, "p", "order.place", order("x-1"));
        assertThat(venue.frames(1)).isEmpty();
        assertThat(venue.pushed).contains(new Push.Cut(1));
        assertThat(venue.exchange.openOrders("desk", Optional.empty())).hasSize(1);
    }

    @Test
    void aReplacementThatFailsInPartIsTold() {
        var params = new TreeMap<>(order("x-2"));
        params.put("cancelReplaceMode", "ALLOW_FAILURE");
        params.put("cancelOrigClientOrderId", "never");
        venue.ask(1, "r", "order.cancelReplace", params);
        var answer = only();
        assertThat(answer.path("status").asInt()).isEqualTo(409);
        assertThat(answer.at("/error/data/newOrderResult").asText()).isEqualTo("SUCCESS");
    }

    @Test
    void onlyAnEd25519KeyLogsOn() {
        venue.ask(1, "l", "session.logon", Map.of());
        assertThat(only().at("/error/code").asInt()).isEqualTo(-4056);
        venue.type(1, "{\"id\":1,\"method\":\"userDataStream.subscribe\"}");
        assertThat(only().path("status").asInt()).isEqualTo(401);
    }

    @Test
    void aSessionThatIsLoggedOnNeedsNoSignatures() throws GeneralSecurityException {
        var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        var publicKey = Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
        var key = new ApiKey("ed-key-0001", publicKey, ApiKey.Kind.ED25519, "desk");
        var own = connected(new SimBinance(Limits.USUAL, key).frozen());
        var payload = "apiKey=ed-key-0001&timestamp=" + own.millis();
        own.type(
                1,
                "{\"id\":1,\"method\":\"session.logon\",\"params\":{\"apiKey\":\"ed-key-0001\",\"timestamp\":"
                        + own.millis() + ",\"signature\":\"" + sign(pair, payload) + "\"}}");
        assertThat(own.frames(1).get(0).at("/result/apiKey").asText()).isEqualTo("ed-key-0001");
        own.type(1, "{\"id\":2,\"method\":\"userDataStream.subscribe\"}");
        own.type(1, "{\"id\":3,\"method\":\"openOrders.status\",\"params\":{\"timestamp\":" + own.millis() + "}}");
        own.type(1, "{\"id\":4,\"method\":\"session.subscriptions\"}");
        own.type(1, "{\"id\":5,\"method\":\"session.logout\"}");
        var frames = own.frames(1);
        assertThat(frames.stream().map(frame -> frame.path("status").asInt()).filter(status -> status > 0))
                .containsOnly(200);
        assertThat(frames).anyMatch(frame -> frame.at("/event/e").asText().equals("eventStreamTerminated"));
        own.type(1, "{\"id\":6,\"method\":\"openOrders.status\",\"params\":{\"timestamp\":" + own.millis() + "}}");
        assertThat(own.frames(1).get(0).at("/error/code").asInt()).isEqualTo(-1102);
    }

    private static String sign(KeyPair pair, String payload) throws GeneralSecurityException {
        var signer = Signature.getInstance("Ed25519");
        signer.initSign(pair.getPrivate());
        signer.update(payload.getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder().encodeToString(signer.sign());
    }

    private Map<String, String> order(String clientId) {
        return Stream.of(SimBinance.order("BUY", "0.01", venue.low(), clientId).split("&", -1))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }

    private JsonNode only() {
        var frames = venue.frames(1);
        assertThat(frames).hasSize(1);
        return frames.get(0);
    }

    private static SimBinance connected(SimBinance venue) {
        venue.connect(1, "/ws-api/v3");
        return venue;
    }
}
