package sluice.sim.coinbase;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Side;
import sluice.sim.coinbase.call.Limits;
import sluice.sim.coinbase.call.Quirks;
import sluice.sim.front.Json;

/** Orders placed, repeated, edited, cancelled and refused. */
class OrdersTest {

    private final SimCoinbase sim = new SimCoinbase().frozen();

    @Test
    void anOrderThatRestsIsOpen() {
        var placed = sim.limit("c-1", "BUY", "0.01", sim.low());
        assertThat(placed.status()).isEqualTo(200);
        assertThat(placed.text("/success_response/client_order_id")).isEqualTo("c-1");
        assertThat(placed.text("/order_configuration/limit_limit_gtc/base_size"))
                .isEqualTo("0.01");
        var order = sim.get("/orders/historical/" + placed.orderId()).json().path("order");
        assertThat(order.path("status").asText()).isEqualTo("OPEN");
        assertThat(order.path("filled_size").asText()).isEqualTo("0");
        assertThat(order.path("time_in_force").asText()).isEqualTo("GOOD_UNTIL_CANCELLED");
        assertThat(order.path("order_configuration")
                        .at("/limit_limit_gtc/limit_price")
                        .asText())
                .isEqualTo(sim.low());
        assertThat(order.path("last_fill_time").isNull()).isTrue();
    }

    @Test
    void anOrderThatTradesSaysSoOnlyWhenAsked() {
        var placed = sim.market("c-1", "BUY", "0.5");
        assertThat(placed.json().has("fills")).isFalse();
        var order = sim.get("/orders/historical/" + placed.orderId()).json().path("order");
        assertThat(order.path("status").asText()).isEqualTo("FILLED");
        assertThat(order.path("filled_size").asText()).isEqualTo("0.5");
        assertThat(order.path("completion_percentage").asText()).isEqualTo("100");
        var value = new BigDecimal(order.path("filled_value").asText());
        var fees = new BigDecimal(order.path("total_fees").asText());
        assertThat(fees).isCloseTo(value.multiply(new BigDecimal("0.006")), within("0.0001"));
        assertThat(new BigDecimal(order.path("total_value_after_fees").asText()))
                .isEqualByComparingTo(value.add(fees));
    }

    private static Offset<BigDecimal> within(String distance) {
        return Offset.offset(new BigDecimal(distance));
    }

    @Test
    void aFillComesIntoItsListALittleLater() {
        sim.market("c-1", "BUY", "0.5");
        assertThat(sim.get("/orders/historical/fills").json().path("fills")).isEmpty();
        var fills = sim.after(100).get("/orders/historical/fills").json().path("fills");
        assertThat(fills).isNotEmpty();
        var sum = BigDecimal.ZERO;
        for (var fill : fills) {
            sum = sum.add(new BigDecimal(fill.path("size").asText()));
            assertThat(fill.path("liquidity_indicator").asText()).isEqualTo("TAKER");
            assertThat(fill.path("size_in_quote").asBoolean()).isFalse();
        }
        assertThat(sum).isEqualByComparingTo("0.5");
    }

    @Test
    void moneySpentIsTheSizeOfItsFillsToo() {
        var body = SimCoinbase.order("c-1", "BUY", "market_market_ioc", "quote_size", "5000");
        var id = sim.post("/orders", body).orderId();
        var order = sim.get("/orders/historical/" + id).json().path("order");
        assertThat(order.path("size_in_quote").asBoolean()).isTrue();
        assertThat(order.path("order_configuration")
                        .at("/market_market_ioc/quote_size")
                        .asText())
                .isEqualTo("5000");
        var fill = sim.after(100)
                .get("/orders/historical/fills?order_ids=" + id)
                .json()
                .at("/fills/0");
        assertThat(fill.path("size_in_quote").asBoolean()).isTrue();
        var base = new BigDecimal(fill.path("size").asText())
                .divide(new BigDecimal(fill.path("price").asText()));
        assertThat(base.scale()).isLessThanOrEqualTo(8);
    }

    @Test
    void anIdThatWasUsedGivesBackItsOrder() {
        var first = sim.limit("c-1", "BUY", "0.01", sim.low());
        var again = sim.limit("c-1", "SELL", "0.02", "100000");
        assertThat(again.orderId()).isEqualTo(first.orderId());
        assertThat(again.text("/success_response/side")).isEqualTo("BUY");
        assertThat(again.text("/order_configuration/limit_limit_gtc/base_size")).isEqualTo("0.01");
        assertThat(sim.exchange.orders("desk")).hasSize(1);
        sim.cancel(first.orderId());
        sim.after(50);
        assertThat(sim.limit("c-1", "BUY", "0.01", sim.low()).orderId()).isEqualTo(first.orderId());
    }

    @Test
    void orItIsRefusedWhereTheVenueReadsItsRuleSo() {
        var strict = new SimCoinbase(Limits.USUAL, Quirks.USUAL.refusingDuplicates()).frozen();
        strict.limit("c-1", "BUY", "0.01", strict.low());
        assertThat(strict.limit("c-1", "BUY", "0.01", strict.low()).reason()).isEqualTo("DUPLICATE_CLIENT_ORDER_ID");
    }

    @Test
    void aCancelIsAcceptedFirstAndDoneLater() {
        var id = sim.limit("c-1", "BUY", "0.01", sim.low()).orderId();
        assertThat(sim.cancel(id).json().at("/results/0/success").asBoolean()).isTrue();
        var waiting = sim.get("/orders/historical/" + id).json().path("order");
        assertThat(waiting.path("status").asText()).isEqualTo("CANCEL_QUEUED");
        assertThat(waiting.path("pending_cancel").asBoolean()).isTrue();
        assertThat(sim.cancel(id).text("/results/0/failure_reason")).isEqualTo("DUPLICATE_CANCEL_REQUEST");
        sim.after(50);
        assertThat(sim.get("/orders/historical/" + id).text("/order/status")).isEqualTo("CANCELLED");
    }

    @Test
    void anOrderTradesWhileItsCancelWaits() {
        var id = sim.limit("c-1", "BUY", "0.01", sim.low()).orderId();
        sim.cancel(id);
        sim.exchange.outsiderTrades(SimCoinbase.BTC, Side.SELL, Px.of(sim.low()), Qty.of("0.01"));
        assertThat(sim.after(50).get("/orders/historical/" + id).text("/order/status"))
                .isEqualTo("FILLED");
        assertThat(sim.cancel(id).text("/results/0/failure_reason")).isEqualTo("ORDER_IS_FULLY_FILLED");
    }

    @Test
    void everyCancelOfABatchHasItsOwnAnswer() {
        var id = sim.limit("c-1", "BUY", "0.01", sim.low()).orderId();
        var results = sim.cancel("aa11", id).json().path("results");
        assertThat(results.findValuesAsText("success")).containsExactly("false", "true");
        assertThat(results.findValuesAsText("failure_reason"))
                .containsExactly("UNKNOWN_CANCEL_ORDER", "UNKNOWN_CANCEL_FAILURE_REASON");
    }

    @Test
    void anEditMovesAnOrderUnderItsId() {
        var id = sim.limit("c-1", "BUY", "0.01", sim.low()).orderId();
        var price = new BigDecimal(sim.low()).subtract(BigDecimal.TEN).toPlainString();
        var body = Json.object().put("order_id", id).put("price", price).put("size", "0.02");
        assertThat(sim.post("/orders/edit", body).json().path("success").asBoolean())
                .isTrue();
        var order = sim.get("/orders/historical/" + id).json().at("/order/order_configuration/limit_limit_gtc");
        assertThat(order.path("limit_price").asText()).isEqualTo(price);
        assertThat(order.path("base_size").asText()).isEqualTo("0.02");
        var unknown = sim.post("/orders/edit", body.put("order_id", "aa11")).json();
        assertThat(unknown.path("success").asBoolean()).isFalse();
        assertThat(unknown.at("/errors/0/edit_failure_reason").asText()).isEqualTo("ORDER_NOT_FOUND");
    }

    @ParameterizedTest
    @CsvSource({
        "limit_limit_gtc,base_size,0.0000001,limit_price,50000,INVALID_SIZE_PRECISION",
        "limit_limit_gtc,base_size,4000,limit_price,50000,PREVIEW_INVALID_BASE_SIZE_TOO_LARGE",
        "limit_limit_gtc,base_size,0.01,limit_price,50000.001,INVALID_PRICE_PRECISION",
        "limit_limit_gtc,base_size,0.01,limit_price,1,LIMIT_PRICE_TOO_FAR_FROM_MARKET",
        "limit_limit_gtc,base_size,0.000001,limit_price,50000,PREVIEW_INVALID_QUOTE_SIZE_TOO_SMALL",
        "limit_limit_gtc,base_size,200,limit_price,50000,PREVIEW_INSUFFICIENT_FUND",
        "market_market_fok,base_size,0.01,x,y,UNSUPPORTED_ORDER_CONFIGURATION"
    })
    void aRefusalIsA200WithItsReason(
            String kind, String one, String first, String other, String second, String reason) {
        var answer = sim.post("/orders", SimCoinbase.order("c-1", "BUY", kind, one, first, other, second));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("success").asBoolean()).isFalse();
        assertThat(answer.reason()).isEqualTo(reason);
        assertThat(sim.exchange.orders("desk")).isEmpty();
    }

    private SimCoinbase.Answer goodTill(String end, boolean isPostOnly) {
        var body = SimCoinbase.order("c-1", "BUY", "limit_limit_gtd", "base_size", "0.01", "limit_price", sim.low());
        ((ObjectNode) body.at("/order_configuration/limit_limit_gtd"))
                .put("end_time", end)
                .put("post_only", isPostOnly);
        return sim.post("/orders", body);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anOrderThatIsGoodTillADateSaysWhenAndExpiresThen(boolean isPostOnly) {
        var end = sim.now().plusSeconds(10).toString();
        var id = goodTill(end, isPostOnly).orderId();
        var resting = sim.after(9_900).get("/orders/historical/" + id).json().path("order");
        var expired = sim.after(200).get("/orders/historical/" + id).json().path("order");

        assertThat(resting.path("status").asText()).isEqualTo("OPEN");
        assertThat(resting.path("time_in_force").asText()).isEqualTo("GOOD_UNTIL_DATE_TIME");
        assertThat(resting.at("/order_configuration/limit_limit_gtd/end_time").asText())
                .isEqualTo(end);
        assertThat(expired.path("status").asText()).isEqualTo("EXPIRED");
        assertThat(sim.exchange.openOrders("desk", Optional.empty())).isEmpty();
    }

    @Test
    void aDateThatIsOverOrNoneIsRefused() {
        assertThat(goodTill(sim.now().toString(), false).reason()).isEqualTo("INVALID_END_TIME");
        assertThat(goodTill("tomorrow", false).status()).isEqualTo(400);
    }

    @Test
    void aPostOnlyOrderThatWouldMatchIsRefused() {
        var body = SimCoinbase.order("c-1", "BUY", "limit_limit_gtc", "base_size", "0.01", "limit_price", "70000");
        ((ObjectNode) body.at("/order_configuration/limit_limit_gtc")).put("post_only", true);
        assertThat(sim.post("/orders", body).reason()).isEqualTo("INVALID_LIMIT_PRICE_POST_ONLY");
    }

    @Test
    void whatAnImmediateOrderCannotFillIsCancelled() {
        var body = SimCoinbase.order("c-1", "BUY", "sor_limit_ioc", "base_size", "0.01", "limit_price", sim.low());
        var order = sim.get("/orders/historical/" + sim.post("/orders", body).orderId())
                .json()
                .path("order");
        assertThat(order.path("status").asText()).isEqualTo("CANCELLED");
        assertThat(order.path("time_in_force").asText()).isEqualTo("IMMEDIATE_OR_CANCEL");
    }

    @Test
    void aPreviewPlacesNothing() {
        var good = SimCoinbase.order("", "BUY", "market_market_ioc", "base_size", "0.5");
        good.remove("client_order_id");
        var preview = sim.post("/orders/preview", good).json();
        assertThat(preview.path("errs")).isEmpty();
        assertThat(new BigDecimal(preview.path("commission_total").asText())).isPositive();
        var bad = SimCoinbase.order("x", "BUY", "market_market_ioc", "base_size", "0.0000001");
        assertThat(sim.post("/orders/preview", bad).text("/errs/0")).isEqualTo("PREVIEW_INVALID_SIZE_PRECISION");
        assertThat(sim.exchange.orders("desk")).isEmpty();
    }
}
