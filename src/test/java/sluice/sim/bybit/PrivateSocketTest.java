package sluice.sim.bybit;

import static org.assertj.core.api.Assertions.assertThat;
import static sluice.sim.bybit.SimBybit.order;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Side;
import sluice.sim.front.Fault;
import sluice.sim.front.FaultKind;

/** The private socket: who may listen, and what became of orders. */
class PrivateSocketTest {

    private final SimBybit venue = new SimBybit().frozen();

    @Test
    void nobodyListensUnproved() {
        venue.connect(1, "/v5/private");
        venue.subscribe(1, "order");
        assertThat(venue.frames(1).get(0).path("success").asBoolean()).isFalse();
        venue.auth(1, venue.millis() - 1);
        assertThat(venue.isClosed(1)).isTrue();
        assertThat(venue.frames(1).get(0).path("success").asBoolean()).isFalse();
        venue.connect(2, "/v5/private");
        venue.auth(2, venue.millis() + 10_000);
        var answer = venue.frames(2).get(0);
        assertThat(answer.path("success").asBoolean()).isTrue();
        assertThat(answer.path("op").asText()).isEqualTo("auth");
    }

    @Test
    void itsPongIsItsOwn() {
        venue.connect(1, "/v5/private");
        venue.type(1, "{\"req_id\":\"p1\",\"op\":\"ping\"}");
        var pong = venue.frames(1).get(0);
        assertThat(pong.path("op").asText()).isEqualTo("pong");
        assertThat(pong.path("req_id").asText()).isEqualTo("p1");
        assertThat(pong.at("/args/0").asText()).isEqualTo(String.valueOf(venue.millis()));
    }

    @Test
    void topicsOfBothKindsCannotBeMixedInOneRequest() {
        venue.connect(1, "/v5/private");
        venue.auth(1, venue.millis() + 10_000);
        venue.frames(1);
        venue.subscribe(1, "order", "execution.linear");
        assertThat(venue.frames(1).get(0).path("success").asBoolean()).isFalse();
        venue.subscribe(1, "order.linear", "execution.linear");
        assertThat(venue.frames(1).get(0).path("success").asBoolean()).isTrue();
        venue.limit("spot", "Buy", "0.01", venue.low(), "x-1");
        venue.drain();
        assertThat(venue.frames(1)).isEmpty();
        venue.limit("linear", "Buy", "0.01", venue.low(), "x-2");
        venue.drain();
        assertThat(venue.items(1, "order.linear")).hasSize(1);
    }

    @Test
    void anOrdersLifeIsTold() {
        venue.listening(1, "order");
        venue.limit("linear", "Buy", "0.01", venue.low(), "x-1");
        venue.cancel("linear", "x-1");
        venue.drain();
        var told = venue.items(1, "order");
        assertThat(told).extracting(item -> item.path("orderStatus").asText()).containsExactly("New", "Cancelled");
        assertThat(told.get(1).path("cancelType").asText()).isEqualTo("CancelByUser");
        assertThat(told.get(1).path("category").asText()).isEqualTo("linear");
        assertThat(told.get(1).has("tpslMode")).isTrue();
    }

    @Test
    void aPostOnlyOrdersEndIsTold() {
        venue.listening(1, "order");
        var body = order("spot", "Buy", "0.01", "x-1").put("orderType", "Limit");
        venue.place(body.put("price", venue.high()).put("timeInForce", "PostOnly"));
        venue.drain();
        var told = venue.items(1, "order");
        assertThat(told).hasSize(1);
        assertThat(told.get(0).path("rejectReason").asText()).isEqualTo("EC_PostOnlyWillTakeLiquidity");
    }

    @ParameterizedTest
    @ValueSource(strings = {"spot", "linear"})
    void executionsAddUpToTheOrder(String category) {
        venue.listening(1, "order", "execution");
        venue.market(category, "Buy", "5", "x-1");
        venue.drain();
        var frames = venue.frames(1);
        var executions = items(frames, "execution");
        var sum = executions.stream()
                .map(item -> new BigDecimal(item.path("execQty").asText()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(sum).isEqualByComparingTo("5");
        var orders = items(frames, "order");
        var last = orders.get(orders.size() - 1);
        assertThat(last.path("orderStatus").asText()).isEqualTo("Filled");
        var coin = category.equals("spot") ? "BTC" : "USDT";
        var fees = executions.stream()
                .map(item -> new BigDecimal(item.path("execFee").asText()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(new BigDecimal(last.at("/cumFeeDetail/" + coin).asText())).isEqualByComparingTo(fees);
        assertThat(executions.get(0).path("feeCurrency").asText()).isEqualTo(coin);
        assertThat(executions).extracting(item -> item.path("execId").asText()).doesNotHaveDuplicates();
        assertThat(venue.asked("/v5/execution/list?category=" + category + "&orderLinkId=x-1")
                        .list())
                .hasSameSizeAs(executions);
    }

    @Test
    void ordersAndExecutionsOvertakeEachOther() {
        venue.listening(1, "order", "execution");
        for (int i = 0; i < 2; i++) {
            venue.market("linear", "Buy", "0.01", "x-" + i);
        }
        venue.drain();
        var ways = venue.texts(1).stream()
                .filter(text -> text.text().contains("\"topic\":\"execution\""))
                .map(text -> text.delay().toMillis())
                .distinct()
                .toList();
        var order = venue.texts(1).get(0).delay().toMillis();
        assertThat(ways).anyMatch(way -> way < order).anyMatch(way -> way > order);
    }

    @Test
    void aMakerPaysTheMakersFee() {
        venue.listening(1, "execution");
        venue.limit("linear", "Buy", "0.01", venue.low(), "x-1");
        venue.exchange.outsiderTrades(SimBybit.BTC_PERPETUAL, Side.SELL, Px.of(venue.low()), Qty.of("1"));
        venue.drain();
        var execution = venue.items(1, "execution").get(0);
        assertThat(execution.path("isMaker").asBoolean()).isTrue();
        assertThat(execution.path("feeRate").asText()).isEqualTo("0.0002");
        assertThat(execution.path("execPrice").asText()).isEqualTo(venue.low() + ".00");
    }

    @Test
    void aCancelThatComesTooLateHearsOfTheFillAgain() {
        venue.listening(1, "order");
        venue.market("spot", "Buy", "0.01", "x-1");
        venue.drain();
        venue.frames(1);
        assertThat(venue.cancel("spot", "x-1").code()).isEqualTo(170213);
        venue.drain();
        assertThat(venue.items(1, "order").get(0).path("orderStatus").asText()).isEqualTo("Filled");
    }

    @Test
    void aPositionHasOneNameForItsPriceHereAndAnotherInQueries() {
        venue.listening(1, "position");
        venue.market("linear", "Sell", "0.5", "x-1");
        venue.drain();
        var told = venue.items(1, "position");
        var pushed = told.get(told.size() - 1);
        assertThat(pushed.path("side").asText()).isEqualTo("Sell");
        assertThat(pushed.path("size").asText()).isEqualTo("0.5");
        assertThat(pushed.has("avgPrice")).isFalse();
        var queried = venue.asked("/v5/position/list?category=linear&symbol=BTCUSDT")
                .list()
                .get(0);
        assertThat(queried.path("avgPrice").asText())
                .isEqualTo(pushed.path("entryPrice").asText());
        assertThat(queried.has("entryPrice")).isFalse();
    }

    @Test
    void theWalletIsToldWhenItChanges() {
        venue.listening(1, "wallet");
        venue.market("spot", "Buy", "0.5", "x-1");
        venue.drain();
        var told = venue.items(1, "wallet");
        var coins = told.get(told.size() - 1).path("coin");
        assertThat(coins).extracting(coin -> coin.path("coin").asText()).contains("BTC", "USDT");
    }

    @Test
    void oneMessageIsDroppedAndTheNextIsNot() {
        venue.listening(1, "order");
        venue.arm(Fault.once(FaultKind.DROP_PRIVATE).on("order"));
        venue.limit("linear", "Buy", "0.01", venue.low(), "x-1");
        venue.cancel("linear", "x-1");
        venue.drain();
        assertThat(venue.items(1, "order"))
                .extracting(item -> item.path("orderStatus").asText())
                .containsExactly("Cancelled");
    }

    private static List<JsonNode> items(List<JsonNode> frames, String topic) {
        return frames.stream()
                .filter(frame -> frame.path("topic").asText().equals(topic))
                .map(frame -> frame.path("data").get(0))
                .toList();
    }
}
