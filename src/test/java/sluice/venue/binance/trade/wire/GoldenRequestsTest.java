package sluice.venue.binance.trade.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Side;
import sluice.market.Symbol;
import sluice.net.HttpCall;
import sluice.net.hmac.Credentials;
import sluice.net.hmac.Signer;
import sluice.order.ClOrdId;
import sluice.order.OrderId;
import sluice.order.Terms;
import sluice.order.Tif;
import sluice.venue.VenueCommand;
import sluice.venue.binance.Shared;

/** Requests an independent client signed for the same orders, clock and keys. */
class GoldenRequestsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Symbol BTC_USDT = Symbol.of("BTC-USDT");

    @TestFactory
    Stream<DynamicTest> asksForTheSameAsAnIndependentClient() {
        return Shared.lines("data/ccxt/golden_requests.jsonl").stream()
                .map(GoldenRequestsTest::parse)
                .filter(GoldenRequestsTest::isOurs)
                .map(row -> DynamicTest.dynamicTest(row.path("ccxtMethod").asText() + row.path("args"), () -> {
                    var golden = row.path("reqs").path(0);
                    var ours = ours(row, payload(golden));

                    assertThat(ours.method()).isEqualTo(golden.path("method").asText());
                    assertThat(path(ours.url()))
                            .isEqualTo(path(golden.path("url").asText()));
                    assertThat(ours.headers()).containsEntry("X-MBX-APIKEY", "testKey");
                    assertThat(params(payload(ours))).isEqualTo(expected(row, params(payload(golden))));
                }));
    }

    @TestFactory
    Stream<DynamicTest> signsTheSamePayloadAlike() {
        return Shared.lines("data/ccxt/golden_requests.jsonl").stream()
                .map(GoldenRequestsTest::parse)
                .filter(row -> row.path("venue").asText().equals("binance"))
                .map(row -> payload(row.path("reqs").path(0)))
                .filter(payload -> payload.contains("&signature="))
                .map(payload -> DynamicTest.dynamicTest(payload, () -> {
                    var at = payload.indexOf("&signature=");
                    assertThat(new Signer("testSecret").sign(payload.substring(0, at)))
                            .isEqualTo(payload.substring(at + "&signature=".length()));
                }));
    }

    /** Spot rows of requests that this adapter makes. */
    private static boolean isOurs(JsonNode row) {
        var method = row.path("ccxtMethod").asText();
        var symbol = row.path("args").path(method.equals("cancelOrder") || method.equals("editOrder") ? 1 : 0);
        var isSpot = row.path("venue").asText().equals("binance")
                && row.path("reqs").path(0).path("url").asText().startsWith("https://api.binance.com/");
        return isSpot
                && !row.toString().contains("triggerPrice")
                && (symbol.asText().equals("BTC/USDT") || method.equals("fetchOrder") || method.equals("fetchBalance"))
                && !method.equals("cancelAllOrders")
                && !method.equals("fetchOrderBook");
    }

    private static HttpCall ours(JsonNode row, String goldenPayload) {
        var credentials = new Credentials("testKey", "testSecret");
        var calls =
                new SignedCalls("https://api.binance.com", credentials, Duration.ofSeconds(10), Duration.ofSeconds(5));
        var at = row.path("clockMs").asLong();
        var ref = new VenueCommand.Ref(new ClOrdId("123456"), Optional.empty(), BTC_USDT);
        var id = new ClOrdId(params(goldenPayload).getOrDefault("newClientOrderId", "none"));
        var orders = new OrderRequests(calls);
        var reads = new ReadRequests(calls);
        return switch (row.path("ccxtMethod").asText()) {
            case "createOrder" -> orders.place(id, terms(row.path("args"), 1), at);
            case "editOrder" -> orders.cancelReplace(replace(ref, id, terms(row.path("args"), 2)), at);
            case "cancelOrder" -> orders.cancel(ref, at);
            case "fetchOrder" -> reads.order(ref, at);
            case "fetchOpenOrders" -> reads.openOrders(Optional.of(BTC_USDT), at);
            case "fetchMyTrades" -> reads.tradesOf(BTC_USDT, new OrderId("1"), at);
            case "fetchBalance" -> reads.account(at);
            default -> throw new AssertionError(row.path("ccxtMethod").asText());
        };
    }

    private static VenueCommand.ReplaceOrder replace(VenueCommand.Ref ref, ClOrdId next, Terms terms) {
        return new VenueCommand.ReplaceOrder(ref, next, terms, terms, Qty.ZERO);
    }

    private static Terms terms(JsonNode args, int from) {
        var more = args.path(from + 4);
        var px = args.path(from + 3);
        return new Terms(
                BTC_USDT,
                Side.valueOf(args.path(from + 1).asText().toUpperCase(java.util.Locale.ROOT)),
                Qty.of(args.path(from + 2).asText()),
                px.isNumber() ? Optional.of(Px.of(px.asText())) : Optional.empty(),
                more.has("timeInForce") ? Tif.of(more.path("timeInForce").asText()) : Tif.GTC,
                more.path("postOnly").asBoolean(),
                false);
    }

    /**
     * The same parameters, but that we name orders by our own id, restrict a replace, and ask for one order's trades.
     */
    private static Map<String, String> expected(JsonNode row, Map<String, String> golden) {
        rename(golden, "orderId", "origClientOrderId");
        rename(golden, "cancelOrderId", "cancelOrigClientOrderId");
        golden.remove("acknowledged");
        switch (row.path("ccxtMethod").asText()) {
            case "createOrder" -> golden.put("selfTradePreventionMode", "EXPIRE_TAKER");
            case "editOrder" -> {
                golden.put("cancelRestrictions", "ONLY_NEW");
                golden.put("selfTradePreventionMode", "EXPIRE_TAKER");
            }
            case "fetchMyTrades" -> golden.put("orderId", "1");
            default -> {}
        }
        return golden;
    }

    private static void rename(Map<String, String> params, String from, String to) {
        Optional.ofNullable(params.remove(from)).ifPresent(value -> params.put(to, value));
    }

    private static Map<String, String> params(String payload) {
        var params = new TreeMap<String, String>();
        for (var pair : payload.split("&", -1)) {
            params.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        }
        params.remove("signature");
        return params;
    }

    private static String payload(JsonNode request) {
        var body = request.path("body").asText("");
        return body.isEmpty() || body.equals("null") ? query(request.path("url").asText()) : body;
    }

    private static String payload(HttpCall call) {
        return call.body().isEmpty() ? query(call.url()) : call.body();
    }

    private static String query(String url) {
        return url.substring(url.indexOf('?') + 1);
    }

    private static String path(String url) {
        return url.contains("?") ? url.substring(0, url.indexOf('?')) : url;
    }

    private static JsonNode parse(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
