package sluice.sim.bybit;

import static org.assertj.core.api.Assertions.assertThat;
import static sluice.sim.bybit.SimBybit.order;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sluice.sim.front.Fault;
import sluice.sim.front.FaultKind;

/** Orders over REST: an acknowledgement, and what queries show afterwards. */
class OrdersTest {

    private final SimBybit venue = new SimBybit().frozen();

    @ParameterizedTest
    @CsvSource({"spot, [0-9]{19}", "linear, [0-9a-f]{8}-0000-4000-8000-[0-9a-f]{12}"})
    void anOrderIsAcknowledgedAndNothingMore(String category, String id) {
        var answer = venue.limit(category, "Buy", "0.01", venue.low(), "x-1");
        assertThat(answer.code()).isZero();
        assertThat(answer.text("/result/orderId")).matches(id);
        assertThat(answer.text("/result/orderLinkId")).isEqualTo("x-1");
        assertThat(answer.body().path("result")).hasSize(2);
        assertThat(answer.body().path("time").asLong()).isEqualTo(venue.millis());
        var order = venue.order(category, "x-1");
        assertThat(order.path("orderStatus").asText()).isEqualTo("New");
        assertThat(order.path("avgPrice").asText()).isEmpty();
        assertThat(order.path("cancelType").asText()).isEqualTo("UNKNOWN");
        assertThat(order.path("rejectReason").asText()).isEqualTo("EC_NoError");
        assertThat(order.path("createdTime").asText()).isEqualTo(String.valueOf(venue.millis()));
        assertThat(order.path("isLeverage").isTextual()).isTrue();
    }

    @Test
    void theSameSymbolInTwoCategoriesIsTwoThings() {
        venue.limit("spot", "Buy", "0.01", venue.low(), "x-1");
        assertThat(venue.order("linear", "x-1").isMissingNode()).isTrue();
        assertThat(venue.cancel("linear", "x-1").code()).isEqualTo(110001);
        assertThat(venue.cancel("spot", "x-1").code()).isZero();
    }

    @Test
    void aPostOnlyOrderThatWouldTakeIsAcknowledgedAndCancelled() {
        var body = order("linear", "Buy", "0.01", "x-1").put("orderType", "Limit");
        body.put("price", venue.high()).put("timeInForce", "PostOnly");
        assertThat(venue.place(body).code()).isZero();
        var order = venue.order("linear", "x-1");
        assertThat(order.path("orderStatus").asText()).isEqualTo("Cancelled");
        assertThat(order.path("rejectReason").asText()).isEqualTo("EC_PostOnlyWillTakeLiquidity");
        assertThat(order.path("cumExecQty").asText()).isEqualTo("0");
        assertThat(venue.place(body).code()).isEqualTo(110072);
    }

    @ParameterizedTest
    @CsvSource({"IOC, EC_NoImmediateQtyToFill", "FOK, EC_CancelForNoFullFill"})
    void anImmediateOrderThatFindsNothingIsCancelledWithItsReason(String tif, String reason) {
        var body = order("spot", "Buy", "0.01", "x-1").put("orderType", "Limit");
        assertThat(venue.place(body.put("price", venue.low()).put("timeInForce", tif))
                        .code())
                .isZero();
        var order = venue.order("spot", "x-1");
        assertThat(order.path("orderStatus").asText()).isEqualTo("Cancelled");
        assertThat(order.path("rejectReason").asText()).isEqualTo(reason);
    }

    @Test
    void aPartOfAnImmediateOrderIsAStatusOfSpotsOwn() {
        for (var category : new String[] {"spot", "linear"}) {
            var symbol = category.equals("spot") ? SimBybit.BTC : SimBybit.BTC_PERPETUAL;
            var touch = venue.exchange.picture(symbol, 1).asks().get(0);
            var more = touch.qty().value().add(BigDecimal.ONE).toPlainString();
            var body = order(category, "Buy", more, category).put("orderType", "Limit");
            venue.place(body.put("price", touch.px().plain()).put("timeInForce", "IOC"));
        }
        assertThat(venue.order("spot", "spot").path("orderStatus").asText()).isEqualTo("PartiallyFilledCanceled");
        assertThat(venue.order("linear", "linear").path("orderStatus").asText()).isEqualTo("Cancelled");
    }

    @Test
    void aSpotMarketBuyIsByValueUnlessItSaysOtherwise() {
        venue.place(order("spot", "Buy", "600", "value"));
        var value = venue.order("spot", "value");
        assertThat(new BigDecimal(value.path("cumExecValue").asText()))
                .isBetween(BigDecimal.valueOf(599), BigDecimal.valueOf(600));
        assertThat(value.path("marketUnit").asText()).isEqualTo("quoteCoin");
        assertThat(value.path("qty").asText()).isEqualTo("600");
        venue.place(order("spot", "Buy", "0.5", "coin").put("marketUnit", "baseCoin"));
        assertThat(venue.order("spot", "coin").path("cumExecQty").asText()).isEqualTo("0.5");
        venue.place(order("spot", "Sell", "0.25", "sold"));
        assertThat(venue.order("spot", "sold").path("cumExecQty").asText()).isEqualTo("0.25");
    }

    @Test
    void aNameIsUsedOnce() {
        venue.limit("spot", "Buy", "0.01", venue.low(), "x-1");
        venue.cancel("spot", "x-1");
        assertThat(venue.limit("spot", "Buy", "0.01", venue.low(), "x-1").code())
                .isEqualTo(170141);
        assertThat(venue.limit("linear", "Buy", "0.01", venue.low(), "x-1").code())
                .isEqualTo(110072);
    }

    @Test
    void anOrderNeedsNoName() {
        var body = order("linear", "Buy", "0.01", "").put("orderType", "Limit").put("price", venue.low());
        body.remove("orderLinkId");
        var ids = new String[] {
            venue.place(body).text("/result/orderId"), venue.place(body).text("/result/orderId")
        };
        var open =
                venue.asked("/v5/order/realtime?category=linear&symbol=BTCUSDT").list();
        assertThat(open).hasSize(2);
        assertThat(open.get(0).path("orderLinkId").asText()).isEmpty();
        assertThat(open.get(0).path("orderId").asText()).isEqualTo(ids[1]);
        assertThat(venue.exchange.orders("desk").get(0).clientId()).startsWith("#");
    }

    @Test
    void anAmendmentKeepsTheOrder() {
        var id = venue.limit("linear", "Buy", "0.02", venue.low(), "x-1").text("/result/orderId");
        var answer = venue.post(
                "/v5/order/amend",
                "{\"category\":\"linear\",\"symbol\":\"BTCUSDT\",\"orderLinkId\":\"x-1\","
                        + "\"qty\":\"0.05\",\"price\":\"50000\"}");
        assertThat(answer.text("/result/orderId")).isEqualTo(id);
        var order = venue.order("linear", "x-1");
        assertThat(order.path("qty").asText()).isEqualTo("0.05");
        assertThat(order.path("price").asText()).isEqualTo("50000.00");
        assertThat(order.path("orderId").asText()).isEqualTo(id);
    }

    @Test
    void allOrdersOfASymbolAreCancelled() {
        venue.limit("linear", "Buy", "0.01", venue.low(), "x-1");
        venue.limit("linear", "Buy", "0.02", venue.low(), "x-2");
        venue.limit("spot", "Buy", "0.02", venue.low(), "x-3");
        assertThat(venue.post("/v5/order/cancel-all", "{\"category\":\"linear\"}")
                        .code())
                .isEqualTo(10001);
        var answer = venue.post("/v5/order/cancel-all", "{\"category\":\"linear\",\"settleCoin\":\"USDT\"}");
        assertThat(answer.list()).hasSize(2);
        assertThat(answer.text("/result/success")).isEqualTo("1");
        assertThat(venue.order("linear", "x-1").path("cancelType").asText()).isEqualTo("CancelByUser");
        assertThat(venue.order("spot", "x-3").path("orderStatus").asText()).isEqualTo("New");
    }

    @Test
    void aBatchHasACodeForEachOfItsOrders() {
        var good =
                order("linear", "Buy", "0.01", "x-1").put("orderType", "Limit").put("price", venue.low());
        var bad = order("linear", "Buy", "0.0001", "x-2")
                .put("orderType", "Limit")
                .put("price", venue.low());
        var answer = venue.post(
                "/v5/order/create-batch", "{\"category\":\"linear\",\"request\":[" + good + "," + bad + "]}");
        assertThat(answer.code()).isZero();
        assertThat(answer.list().get(0).path("orderLinkId").asText()).isEqualTo("x-1");
        assertThat(answer.body().at("/retExtInfo/list/0/code").asInt()).isZero();
        assertThat(answer.body().at("/retExtInfo/list/1/code").asInt()).isEqualTo(10001);
        assertThat(answer.body().path("result")).hasSize(1);
    }

    @Test
    void aClosedOrderIsFoundByNameUntilTheServiceRestarts() {
        venue.limit("spot", "Buy", "0.01", venue.low(), "x-1");
        venue.cancel("spot", "x-1");
        var open = "/v5/order/realtime?category=spot&orderLinkId=x-1&openOnly=0";
        assertThat(venue.asked(open).list()).isEmpty();
        assertThat(venue.asked(open.replace("=0", "=1")).list()).hasSize(1);
        venue.connect(1, "/v5/public/spot");
        venue.arm(Fault.once(FaultKind.RESTART));
        venue.after(50);
        assertThat(venue.order("spot", "x-1").isMissingNode()).isTrue();
        var history = venue.asked("/v5/order/history?category=spot&orderLinkId=x-1");
        assertThat(history.list().get(0).path("orderStatus").asText()).isEqualTo("Cancelled");
    }

    @ParameterizedTest
    @ValueSource(strings = {"spot", "linear"})
    void listsGoOnPageByPage(String category) {
        for (int i = 0; i < 5; i++) {
            venue.limit(category, "Buy", "0.01", venue.low(), "x-" + i);
        }
        var path = "/v5/order/realtime?category=" + category + "&symbol=BTCUSDT&limit=2";
        var seen = new StringBuilder();
        var cursor = "";
        do {
            var page = venue.asked(path + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
            page.list().forEach(order -> seen.append(order.path("orderLinkId").asText()));
            cursor = page.text("/result/nextPageCursor");
        } while (!cursor.isEmpty());
        assertThat(seen).hasToString("x-4x-3x-2x-1x-0");
    }
}
