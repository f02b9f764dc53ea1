package sluice.venue.coinbase.trade.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Side;
import sluice.market.Symbol;
import sluice.net.HttpCall;
import sluice.order.ClOrdId;
import sluice.order.OrderId;
import sluice.order.Terms;
import sluice.order.Tif;
import sluice.venue.coinbase.SharedData;

/** Requests an independent client made for the same orders and clock. */
class GoldenRequestsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Symbol BTC_USD = Symbol.of("BTC-USD");
    private static final OrderId ORDER = new OrderId("123456");

    private final SignedCalls calls = new SignedCalls(
            "https://api.coinbase.com",
            new Tokens(TestKeys.credentials(), "api.coinbase.com", new SplittableRandom(1)),
            Duration.ofSeconds(5));
    private final OrderRequests orders = new OrderRequests(calls);
    private final ReadRequests reads = new ReadRequests(calls);

    @TestFactory
    Stream<DynamicTest> asksForTheSameAsAnIndependentClient() {
        return SharedData.text("ccxt/golden_requests.jsonl")
                .lines()
                .map(GoldenRequestsTest::parse)
                .filter(GoldenRequestsTest::isOurs)
                .map(row -> DynamicTest.dynamicTest(name(row), () -> {
                    var golden = row.path("reqs").path(0);
                    var ours = ours(row);

                    assertThat(ours.method()).isEqualTo(golden.path("method").asText());
                    assertThat(path(ours.url()))
                            .isEqualTo(path(golden.path("url").asText()));
                    assertThat(body(ours.body()))
                            .isEqualTo(body(golden.path("body").asText("")));
                    assertThat(TestKeys.isSigned(token(ours), false)).isTrue();
                    assertThat(claims(token(ours), "uri", "sub", "nbf", "exp"))
                            .isEqualTo(claims(
                                    golden.path("headers")
                                            .path("Authorization")
                                            .asText()
                                            .substring(7),
                                    "uri",
                                    "sub",
                                    "nbf",
                                    "exp"));
                }));
    }

    /** Rows of requests that this adapter does not make, and why. */
    private static final Map<String, String> NOT_OURS = Map.of(
            "createOrder[\"BTC/USD\",\"limit\",\"sell\",0.0123,50000.5,{\"triggerPrice\":49000.1}]",
            "there are no stop orders here",
            "createOrder[\"BTC/USD\",\"market\",\"sell\",0.0123,null,{\"stopLossPrice\":49000.1}]",
            "nor does the other client make them at the market",
            "cancelAllOrders[\"BTC/USD\"]",
            "the other client has no request for it, and we cancel by id",
            "fetchBalance[]",
            "the other client reads the older /v2/accounts, and we /api/v3/brokerage/accounts",
            "fetchOrderBook[\"BTC/USD\"]",
            "books come on the stream");

    @Test
    void everyRowIsTestedOrLeftOutForAReason() {
        var left = SharedData.text("ccxt/golden_requests.jsonl")
                .lines()
                .map(GoldenRequestsTest::parse)
                .filter(row -> row.path("venue").asText().equals("coinbase"))
                .filter(row -> !isOurs(row))
                .map(GoldenRequestsTest::name)
                .toList();

        assertThat(left).containsExactlyInAnyOrderElementsOf(NOT_OURS.keySet());
    }

    private static String name(JsonNode row) {
        return row.path("ccxtMethod").asText() + row.path("args");
    }

    /** Rows of requests that this adapter makes. */
    private static boolean isOurs(JsonNode row) {
        return row.path("venue").asText().equals("coinbase") && !NOT_OURS.containsKey(name(row));
    }

    private HttpCall ours(JsonNode row) {
        var at = row.path("clockMs").asLong();
        return switch (row.path("ccxtMethod").asText()) {
            case "createOrder" -> orders.place(new ClOrdId("any"), terms(row.path("args"), 1), at);
            case "editOrder" -> orders.edit(ORDER, terms(row.path("args"), 2), at);
            case "cancelOrder" -> orders.cancel(List.of(ORDER), at);
            case "fetchOrder" -> reads.order(ORDER, at);
            case "fetchOpenOrders" -> reads.ordersIn(List.of("OPEN"), "", at);
            case "fetchMyTrades" -> reads.fills(List.of(), Optional.empty(), "", at);
            default -> throw new AssertionError(row.path("ccxtMethod").asText());
        };
    }

    private static Terms terms(JsonNode args, int from) {
        var more = args.path(from + 4);
        var px = args.path(from + 3);
        return new Terms(
                BTC_USD,
                Side.valueOf(args.path(from + 1).asText().toUpperCase(Locale.ROOT)),
                Qty.of(args.path(from + 2).asText()),
                px.isNumber() ? Optional.of(Px.of(px.asText())) : Optional.empty(),
                more.has("timeInForce") ? Tif.of(more.path("timeInForce").asText()) : Tif.GTC,
                more.path("postOnly").asBoolean(),
                false);
    }

    @Test
    void anOrderThatEndsSaysWhen() {
        var terms = Terms.limit(
                BTC_USD, Side.BUY, Qty.of("0.5"), Px.of("60000"), Tif.gtd(Instant.parse("2026-11-01T12:00:00.25Z")));
        var body = parse(orders.place(new ClOrdId("any"), terms, 0).body());

        assertThat(body.path("order_configuration").toString())
                .isEqualTo("{\"limit_limit_gtd\":{\"base_size\":\"0.5\",\"limit_price\":\"60000\","
                        + "\"end_time\":\"2026-11-01T12:00:00Z\",\"post_only\":false}}");
    }

    @Test
    void aMarketBuyIsForBaseUnitsToo() {
        var terms = new Terms(BTC_USD, Side.BUY, Qty.of("10"), Optional.empty(), Tif.IOC, false, false);
        var body = parse(orders.place(new ClOrdId("any"), terms, 0).body());

        assertThat(body.path("order_configuration").toString())
                .isEqualTo("{\"market_market_ioc\":{\"base_size\":\"10\"}}");
    }

    @Test
    void anIdIsSentAsAUuidThatARestartMakesAgain() {
        var terms = Terms.limit(BTC_USD, Side.BUY, Qty.of("1"), Px.of("1"), Tif.GTC);
        var id = new ClOrdId("sl-7k2m9x4q-15");
        var sent =
                parse(orders.place(id, terms, 0).body()).path("client_order_id").asText();

        assertThat(sent).matches("[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
        assertThat(parse(orders.place(new ClOrdId(id.value()), terms, 9).body())
                        .path("client_order_id")
                        .asText())
                .isEqualTo(sent);
    }

    private static String token(HttpCall call) {
        return call.headers().get("Authorization").substring("Bearer ".length());
    }

    private static List<String> claims(String token, String... names) {
        var claims = parse(new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1])));
        return Stream.of(names).map(name -> claims.path(name).asText()).toList();
    }

    private static String path(String url) {
        return url.replaceFirst("\\?.*", "");
    }

    /** But for the id, which is our own. */
    private static Optional<JsonNode> body(String text) {
        if (text.isEmpty() || text.equals("null")) {
            return Optional.empty();
        }
        var body = parse(text);
        ((ObjectNode) body).remove("client_order_id");
        return Optional.of(body);
    }

    private static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
