package sluice.sim.coinbase;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Side;
import sluice.sim.front.Fault;
import sluice.sim.front.FaultKind;

/** The user channel: who hears it, and that it tells sums only. */
class UserChannelTest {

    private final SimCoinbase sim = new SimCoinbase().frozen();

    private SimCoinbase listening() {
        sim.connect(1);
        sim.subscribeSigned(1, "user");
        return sim;
    }

    private List<JsonNode> orders() {
        sim.drain();
        return sim.frames(1, "user").stream()
                .filter(frame -> frame.at("/events/0/type").asText().equals("update"))
                .map(frame -> frame.at("/events/0/orders/0"))
                .toList();
    }

    private static List<String> texts(List<JsonNode> orders, String name) {
        return orders.stream().map(order -> order.path(name).asText()).toList();
    }

    @Test
    void itBeginsWithTheOpenOrders() {
        sim.limit("c-1", "BUY", "0.01", sim.low());
        listening();
        var snapshot = sim.frames(1, "user").get(0).at("/events/0");
        assertThat(snapshot.path("type").asText()).isEqualTo("snapshot");
        var order = snapshot.at("/orders/0");
        assertThat(order.path("client_order_id").asText()).isEqualTo("c-1");
        assertThat(order.path("order_side").asText()).isEqualTo("BUY");
        assertThat(order.path("order_type").asText()).isEqualTo("Limit");
        assertThat(order.path("number_of_fills").isTextual()).isTrue();
        assertThat(order.path("post_only").isTextual()).isTrue();
    }

    @Test
    void manyOpenOrdersComeInPages() {
        for (int i = 0; i < 120; i++) {
            sim.limit("c-" + i, "BUY", "0.001", sim.low());
        }
        listening();
        assertThat(sim.frames(1, "user"))
                .extracting(frame -> frame.at("/events/0/orders").size())
                .containsExactly(50, 50, 20);
    }

    @Test
    void anOrderIsPendingOpenAndThenQueuedForItsCancel() {
        listening();
        var id = sim.limit("c-1", "BUY", "0.01", sim.low()).orderId();
        sim.drain();
        sim.cancel(id);
        sim.drain();
        sim.after(50);
        var orders = orders();
        assertThat(texts(orders, "status")).containsExactly("PENDING", "OPEN", "CANCEL_QUEUED", "CANCELLED");
        assertThat(texts(orders, "leaves_quantity")).containsExactly("0.01", "0.01", "0.01", "0");
    }

    @Test
    void fillsOfOneMomentAreOneMessageOfSums() {
        listening();
        sim.market("c-1", "BUY", "5");
        var orders = orders();
        assertThat(texts(orders, "status")).containsExactly("PENDING", "FILLED");
        var filled = orders.get(1);
        assertThat(filled.path("number_of_fills").asInt()).isGreaterThan(1);
        assertThat(filled.path("cumulative_quantity").asText()).isEqualTo("5");
        assertThat(filled.has("trade_id")).isFalse();
        var average = new BigDecimal(filled.path("avg_price").asText());
        var value = new BigDecimal(filled.path("filled_value").asText());
        assertThat(average.multiply(new BigDecimal("5")).subtract(value).abs()).isLessThan(new BigDecimal("1e-9"));
    }

    @Test
    void eachFillOfARestingOrderRaisesTheSums() {
        listening();
        sim.limit("c-1", "BUY", "0.01", sim.low());
        sim.drain();
        for (int i = 0; i < 2; i++) {
            sim.exchange.outsiderTrades(SimCoinbase.BTC, Side.SELL, Px.of(sim.low()), Qty.of("0.004"));
            sim.drain();
        }
        var orders = orders();
        assertThat(texts(orders, "cumulative_quantity")).containsExactly("0", "0", "0.004", "0.008");
        assertThat(texts(orders, "status")).containsExactly("PENDING", "OPEN", "OPEN", "OPEN");
    }

    @Test
    void aProductThatWasNotAskedForIsNotTold() {
        sim.connect(1);
        sim.subscribeSigned(1, "user", "ETH-USD");
        sim.limit("c-1", "BUY", "0.01", sim.low());
        assertThat(orders()).isEmpty();
    }

    @Test
    void aWrongTokenHearsNothing() {
        sim.connect(1);
        var other = sim.token().signedBy(SimCoinbase.pair().getPrivate()).text();
        sim.type(1, SimCoinbase.subscription("user").put("jwt", other).toString());
        assertThat(sim.frames(1).get(0).path("message").asText()).isEqualTo("authentication failure");
        sim.limit("c-1", "BUY", "0.01", sim.low());
        assertThat(orders()).isEmpty();
    }

    @Test
    void itGoesOnAfterItsTokenHasEnded() {
        listening();
        sim.subscribe(1, "heartbeats");
        sim.after(130_000).limit("c-1", "BUY", "0.01", sim.low());
        assertThat(texts(orders(), "status")).containsExactly("PENDING", "OPEN");
    }

    @Test
    void aLostPrivateMessageLeavesAGapInTheCount() {
        listening();
        sim.arm(Fault.once(FaultKind.DROP_PRIVATE));
        sim.limit("c-1", "BUY", "0.01", sim.low());
        sim.drain();
        var numbers = sim.frames(1).stream()
                .map(frame -> frame.path("sequence_num").asInt())
                .toList();
        assertThat(numbers).containsExactly(0, 1, 3);
    }
}
