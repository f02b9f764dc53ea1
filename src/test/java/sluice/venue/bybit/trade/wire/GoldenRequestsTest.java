package sluice.venue.bybit.trade.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    private static final Set<String> NOT_OURS = Set.of("cancelAllOrders", "fetchOrderBook", "setLeverage");

    @TestFactory
    Stream<DynamicTest> asksForTheSameAsAnIndependentClient() {
        return rows().filter(GoldenRequestsTest::isOurs)
                .map(row -> DynamicTest.dynamicTest(row.path("ccxtMethod").asText() + row.path("args"), () -> {
                    var golden = row.path("reqs").path(0);
                    var ours = ours(row);

                    assertThat(ours.method()).isEqualTo(golden.path("method").asText());
                    assertThat(path(ours.url()))
                            .isEqualTo(path(golden.path("url").asText()));
                    assertThat(params(ours.url(), ours.body()))
                            .isEqualTo(expected(row, params(golden.path("url").asText(), body(golden))));
                    assertThat(ours.headers())
                            .containsEntry("X-BAPI-API-KEY", "testKey")
                            .containsEntry(
                                    "X-BAPI-TIMESTAMP", row.path("clockMs").asText())
                            .containsEntry("X-BAPI-RECV-WINDOW", "5000")
                            .containsEntry("X-BAPI-SIGN", signature(row, payload(ours.url(), ours.body())));
                }));
    }

    @TestFactory
    Stream<DynamicTest> signsTheSamePayloadAlike() {
        return rows().filter(row -> row.path("reqs").path(0).path("headers").has("X-BAPI-SIGN"))
                .map(row -> {
                    var golden = row.path("reqs").path(0);
                    var payload = payload(golden.path("url").asText(), body(golden));
                    return DynamicTest.dynamicTest(
                            payload,
                            () -> assertThat(signature(row, payload))
                                    .isEqualTo(golden.path("headers")
                                            .path("X-BAPI-SIGN")
                                            .asText()));
                });
    }

    private static Stream<JsonNode> rows() {
        return Shared.lines("data/ccxt/golden_requests.jsonl").stream()
                .map(GoldenRequestsTest::parse)
                .filter(row -> row.path("venue").asText().equals("bybit"));
    }

    /** Rows of requests that this adapter makes. */
    private static boolean isOurs(JsonNode row) {
        return row.path("reqs").size() > 0
                && !row.toString().contains("riggerPrice")
                && !row.toString().contains("stopLossPrice")
                && !NOT_OURS.contains(row.path("ccxtMethod").asText());
    }

    private static String signature(JsonNode row, String payload) {
        return new Signer("testSecret").sign(row.path("clockMs").asText() + "testKey" + "5000" + payload);
    }

    private static HttpCall ours(JsonNode row) {
        var credentials = new Credentials("testKey", "testSecret");
        var calls = new SignedCalls("https://api.bybit.com", credentials, Duration.ofSeconds(5), Duration.ofSeconds(5));
        var at = row.path("clockMs").asLong();
        var symbol = symbol(row);
        var ref = new VenueCommand.Ref(new ClOrdId("unused"), Optional.of(new OrderId("123456")), symbol);
        var orders = new OrderRequests(calls);
        var reads = new ReadRequests(calls);
        return switch (row.path("ccxtMethod").asText()) {
            case "createOrder" -> orders.place(id(row), terms(symbol, row.path("args"), 1), at);
            case "editOrder" -> {
                var to = terms(symbol, row.path("args"), 2);
                yield orders.amend(ref, to.withOrderQty(Qty.of("9")).withPx(Px.of("9")), to, at);
            }
            case "cancelOrder" -> orders.cancel(ref, at);
            case "fetchOrder" -> reads.order(ReadRequests.Shelf.OPEN, ref, at);
            case "fetchOpenOrders" -> reads.openOrdersOf(symbol, at);
            case "fetchMyTrades" -> reads.executionsOf(symbol, new OrderId("1"), Optional.empty(), at);
            case "fetchBalance" -> reads.wallet(at);
            case "fetchPositions" -> reads.position(symbol, at);
            default -> throw new AssertionError(row.path("ccxtMethod").asText());
        };
    }

    private static Symbol symbol(JsonNode row) {
        return Symbol.of(row.path("args").toString().contains(":USDT") ? "BTC-USDT-PERP" : "BTC-USDT");
    }

    private static ClOrdId id(JsonNode row) {
        var id = params("", body(row.path("reqs").path(0))).getOrDefault("orderLinkId", "none");
        return new ClOrdId(id);
    }

    private static Terms terms(Symbol symbol, JsonNode args, int from) {
        var more = args.path(from + 4);
        var px = args.path(from + 3);
        // The client truncates to the lot of a perpetual; the desk never gives an adapter less than a lot.
        var qty = args.path(from + 2).asText();
        return new Terms(
                symbol,
                Side.valueOf(args.path(from + 1).asText().toUpperCase(Locale.ROOT)),
                Qty.of(symbol.isPerpetual() ? qty.replace("0.0123", "0.012") : qty),
                px.isNumber() ? Optional.of(Px.of(px.asText())) : Optional.empty(),
                more.has("timeInForce") ? Tif.of(more.path("timeInForce").asText()) : Tif.GTC,
                more.path("postOnly").asBoolean(),
                more.path("reduceOnly").asBoolean());
    }

    /** The same parameters, but that every order has an id of ours, and that we read all kinds of executions. */
    private static Map<String, String> expected(JsonNode row, Map<String, String> golden) {
        switch (row.path("ccxtMethod").asText()) {
            case "createOrder" -> {
                golden.putIfAbsent("orderLinkId", "none");
                golden.put("smpType", "CancelTaker");
            }
            case "cancelOrder" -> golden.remove("orderFilter");
            case "fetchMyTrades" -> {
                golden.remove("execType");
                golden.put("orderId", "1");
                golden.put("limit", "100");
            }
            case "fetchPositions" -> golden.remove("limit");
            default -> {}
        }
        return golden;
    }

    private static Map<String, String> params(String url, String body) {
        var params = new TreeMap<String, String>();
        if (!body.isEmpty()) {
            parse(body)
                    .properties()
                    .forEach(
                            field -> params.put(field.getKey(), field.getValue().asText()));
        } else if (url.contains("?")) {
            for (var pair : url.substring(url.indexOf('?') + 1).split("&", -1)) {
                params.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
            }
        }
        return params;
    }

    private static String payload(String url, String body) {
        if (!body.isEmpty()) {
            return body;
        }
        return url.contains("?") ? url.substring(url.indexOf('?') + 1) : "";
    }

    private static String body(JsonNode request) {
        return request.path("body").asText("").replace("null", "");
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
