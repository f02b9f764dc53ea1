package sluice.venue.binance.trade.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import sluice.market.Money;
import sluice.market.Qty;
import sluice.market.Symbol;
import sluice.net.text.Json;
import sluice.order.ClOrdId;
import sluice.order.ExecId;
import sluice.order.Liquidity;
import sluice.order.OrderId;
import sluice.order.OrderState;
import sluice.order.Tif;
import sluice.venue.FeeSchedule;
import sluice.venue.binance.Shared;
import sluice.venue.binance.trade.reply.ReplaceReply.Result;
import sluice.venue.binance.trade.wire.SymbolNames;

class OrderObjectsTest {

    private static final String FIXTURES = "data/fixtures/nautilus/binance/spot/http_json/";
    private static final String ACK =
            "{\"symbol\":\"BTCUSDT\",\"orderId\":11,\"orderListId\":-1,\"clientOrderId\":\"x-1\",\"transactTime\":5}";

    private final OrderObjects objects = new OrderObjects(new SymbolNames(List.of(Symbol.of("BTC-USDT"))));

    @Test
    void anAckHasNoOrderAndNoFills() {
        assertThat(objects.reply(Json.read(ACK)))
                .isEqualTo(new OrderReply(new OrderId("11"), java.util.Optional.empty(), List.of()));
    }

    @Test
    void aFullReplyListsItsFills() {
        var reply = objects.reply(Json.read(ACK.replace(
                "\"transactTime\":5",
                "\"transactTime\":5,\"price\":\"60000.00\",\"origQty\":\"0.02\",\"executedQty\":\"0.01000000\","
                        + "\"cummulativeQuoteQty\":\"600.0\",\"status\":\"EXPIRED\",\"timeInForce\":\"IOC\","
                        + "\"type\":\"LIMIT\",\"side\":\"BUY\",\"fills\":[{\"price\":\"60000.0\",\"qty\":\"0.01\","
                        + "\"commission\":\"0.00001\",\"commissionAsset\":\"BTC\",\"tradeId\":556}]")));

        assertThat(reply.order().orElseThrow().state()).isEqualTo(OrderState.CANCELLED);
        assertThat(reply.fills()).singleElement().satisfies(fill -> {
            assertThat(fill.execId()).isEqualTo(new ExecId("556"));
            assertThat(fill.fee()).isEqualTo(Money.of("0.00001", "BTC"));
            assertThat(fill.liquidity()).isEqualTo(Liquidity.TAKER);
        });
    }

    @Test
    void aCancelsAnswerNamesTheOrderByItsOriginalId() {
        var order = objects.order(Json.read(Shared.text(FIXTURES + "cancel_order_response.json")));

        assertThat(order.clOrdId()).contains(new ClOrdId("myOrder1"));
        assertThat(order.state()).isEqualTo(OrderState.CANCELLED);
    }

    @Test
    void recordedOrdersAreRead() {
        var full = objects.reply(Json.read(Shared.text(FIXTURES + "new_order_full_response.json")));
        var open = objects.orders(Json.read(Shared.text(FIXTURES + "open_orders_response.json")));

        assertThat(full.order().orElseThrow().terms().px()).isEmpty();
        assertThat(full.order().orElseThrow().terms().tif()).isEqualTo(Tif.IOC);
        assertThat(full.fills()).extracting(fill -> fill.execId().value()).startsWith("56", "57");
        assertThat(open).singleElement().satisfies(order -> {
            assertThat(order.terms().symbol().name()).isEqualTo("LTCBTC-UNLISTED");
            assertThat(order.state()).isEqualTo(OrderState.SUBMITTED);
        });
    }

    @Test
    void recordedTradesAreRead() {
        var trades = objects.trades(Json.read(Shared.text(FIXTURES + "account_trades_response.json")));

        assertThat(trades).singleElement().satisfies(trade -> {
            assertThat(trade.orderId()).isEqualTo(new OrderId("100234"));
            assertThat(trade.clOrdId()).isEmpty();
            assertThat(trade.execution().execId()).isEqualTo(new ExecId("28457"));
            assertThat(trade.execution().fee()).isEqualTo(Money.of("10.1", "BNB"));
            assertThat(trade.execution().lastQty()).isEqualTo(Qty.of("12"));
        });
    }

    @Test
    void recordedBalancesAreRead() {
        assertThat(AccountObjects.balances(Json.read(Shared.text(FIXTURES + "account_response.json"))))
                .anySatisfy(balance -> {
                    assertThat(balance.asset()).isEqualTo("BTC");
                    assertThat(balance.total()).isEqualByComparingTo("4723846.89208129");
                });
    }

    @Test
    void ratesAreTheSumOfTheirParts() {
        var rates =
                Json.read("{\"symbol\":\"BTCUSDT\",\"standardCommission\":{\"maker\":\"0.0010\",\"taker\":\"0.0012\","
                        + "\"buyer\":\"0.0001\",\"seller\":\"0.0002\"},\"specialCommission\":{\"maker\":\"0.0001\","
                        + "\"taker\":\"0.0001\",\"buyer\":\"0\",\"seller\":\"0\"},\"taxCommission\":{\"maker\":\"0\","
                        + "\"taker\":\"0\",\"buyer\":\"0\",\"seller\":\"0\"}}");
        var fees = AccountObjects.fees(Symbol.of("BTC-USDT"), rates);

        assertThat(fees.maker()).isEqualByComparingTo("0.0013");
        assertThat(fees.taker()).isEqualByComparingTo("0.0015");
        assertThat(fees).isInstanceOf(FeeSchedule.class);
    }

    @Test
    void aReplaceIsReadInHalvesWhetherItWorkedOrNot() {
        var refused = ReplaceReply.find(
                        Json.read("{\"code\":-2022,\"msg\":\"Order cancel-replace failed.\",\"data\":{\"cancelResult\":"
                                + "\"FAILURE\",\"newOrderResult\":\"NOT_ATTEMPTED\",\"cancelResponse\":{\"code\":-2011,"
                                + "\"msg\":\"Unknown order sent.\"},\"newOrderResponse\":null}}"))
                .orElseThrow();
        var done = ReplaceReply.find(Json.read("{\"cancelResult\":\"SUCCESS\",\"newOrderResult\":\"SUCCESS\","
                        + "\"cancelResponse\":" + ACK + ",\"newOrderResponse\":" + ACK + "}"))
                .orElseThrow();

        assertThat(refused.cancel().result()).isEqualTo(Result.FAILURE);
        assertThat(refused.cancel().error()).contains(new VenueError(-2011, "Unknown order sent."));
        assertThat(refused.place().response()).isEmpty();
        assertThat(done.place().result()).isEqualTo(Result.SUCCESS);
        assertThat(ReplaceReply.find(Json.read("{\"code\":-1121,\"msg\":\"Invalid symbol.\"}")))
                .isEmpty();
    }
}
