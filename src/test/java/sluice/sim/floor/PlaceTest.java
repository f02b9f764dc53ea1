package sluice.sim.floor;

import static org.assertj.core.api.Assertions.assertThat;
import static sluice.market.Side.BUY;
import static sluice.market.Side.SELL;
import static sluice.sim.floor.Scene.BTC;
import static sluice.sim.floor.Scene.DESK;
import static sluice.sim.floor.Scene.OTHER;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sluice.market.Money;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.order.Liquidity;
import sluice.order.OrderState;
import sluice.sim.OrderRequest;
import sluice.sim.OrderRequest.Size;
import sluice.sim.Outcome.Denial;
import sluice.sim.Outcome.Denied;
import sluice.sim.SelfTrade;
import sluice.sim.SimOrder.Cause;
import sluice.sim.SimRef;

class PlaceTest {

    private final Scene scene = Scene.frozen();

    @Test
    void aLimitOrderAwayFromTheMarketRestsAndBindsWhatItNeeds() {
        var order = scene.taken(DESK, scene.limit(BUY, "2", "50000"));
        assertThat(order.state()).isEqualTo(OrderState.SUBMITTED);
        assertThat(scene.holding(DESK, "USDT").locked()).isEqualByComparingTo("100000");
        assertThat(scene.exchange().picture(BTC, 5000).bids())
                .anyMatch(level ->
                        level.px().equals(Px.of("50000")) && level.qty().equals(Qty.of("2")));
        assertThat(scene.world().isWorking()).isTrue();
    }

    @Test
    void aTradeBetweenTwoAccountsMovesMoneyAndTakesBothFees() {
        var resting = scene.taken(DESK, scene.limit(SELL, "0.5", "60000"));
        var taking = scene.taken(OTHER, scene.limit(BUY, "0.5", "60000.5"));
        assertThat(scene.now(resting).state()).isEqualTo(OrderState.FILLED);
        assertThat(taking.state()).isEqualTo(OrderState.FILLED);
        assertThat(taking.progress().cumQuote()).isEqualByComparingTo("30000");
        assertThat(scene.holding(OTHER, "BTC").free()).isEqualByComparingTo("100.4995");
        assertThat(scene.holding(OTHER, "USDT").free()).isEqualByComparingTo("4970000");
        assertThat(scene.holding(DESK, "BTC").total()).isEqualByComparingTo("99.5");
        assertThat(scene.holding(DESK, "USDT").free()).isEqualByComparingTo("5029970");
        var fill = scene.exchange().fills(DESK).get(0);
        assertThat(fill.fee()).isEqualTo(Money.of("30", "USDT"));
        assertThat(fill.liquidity()).isEqualTo(Liquidity.MAKER);
        assertThat(fill.tradeId())
                .isEqualTo(scene.exchange().fills(OTHER).get(0).tradeId());
    }

    @Test
    void whatHappenedIsToldInOrderOnceItIsKept() {
        scene.taken(DESK, scene.limit(SELL, "0.5", "60000"));
        scene.taken(OTHER, Scene.ioc(scene.limit(BUY, "0.7", "60000")));
        assertThat(scene.privateNews())
                .containsExactly(
                        "NEW c1 SUBMITTED",
                        "holdings desk [BTC]",
                        "NEW c2 SUBMITTED",
                        "TRADE c1 FILLED",
                        "TRADE c2 PARTIALLY_FILLED",
                        "EXPIRED c2 CANCELLED",
                        "holdings other [USDT, BTC]",
                        "holdings desk [BTC, USDT]");
    }

    @Test
    void aMarketOrderByMoneySpendsNoMoreThanThat() {
        var request = OrderRequest.market(BTC, BUY, Size.quote(new BigDecimal("5000")), "m");
        var order = scene.taken(DESK, request);
        assertThat(order.state()).isEqualTo(OrderState.FILLED);
        assertThat(order.orderQty()).isEqualTo(order.cumQty());
        assertThat(order.progress().cumQuote()).isBetween(new BigDecimal("4999"), new BigDecimal("5000"));
    }

    @Test
    void anIocOrderTakesWhatIsThereAndExpires() {
        var order = scene.taken(
                DESK, Scene.ioc(scene.limit(BUY, "50", scene.best(SELL).plain())));
        assertThat(order.state()).isEqualTo(OrderState.CANCELLED);
        assertThat(order.progress().cause()).isEqualTo(Cause.IOC_REMAINDER);
        assertThat(order.cumQty()).isGreaterThan(Qty.ZERO);
        assertThat(scene.holding(DESK, "USDT").locked()).isEqualByComparingTo("0");
    }

    @Test
    void aFokOrderThatCannotBeFilledTakesNothing() {
        var order = scene.taken(
                DESK, Scene.fok(scene.limit(BUY, "50", scene.best(SELL).plain())));
        assertThat(order.progress().cause()).isEqualTo(Cause.FOK_UNFILLED);
        assertThat(order.cumQty()).isEqualTo(Qty.ZERO);
        assertThat(scene.prints()).isEmpty();
        assertThat(scene.taken(DESK, Scene.fok(scene.limit(BUY, "5", "60300"))).state())
                .isEqualTo(OrderState.FILLED);
    }

    @Test
    void aLimitMakerThatWouldMatchIsRejectedAndNoQueryFindsIt() {
        var denied = scene.denied(
                DESK, Scene.maker(scene.limit(BUY, "1", scene.best(SELL).plain())));
        assertThat(denied.denial()).isEqualTo(Denial.WOULD_MATCH);
        assertThat(scene.find(DESK, "c1")).isEmpty();
        assertThat(scene.exchange().orders(DESK)).isEmpty();
        assertThat(scene.exchange().rejected(DESK))
                .singleElement()
                .matches(order -> order.state() == OrderState.REJECTED);
        scene.taken(DESK, Scene.maker(scene.limit(BUY, "1", scene.best(BUY).plain())));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 60000.001, PRICE_FILTER",
        "1, 0, PRICE_FILTER",
        "1, 11000, PERCENT_PRICE_BY_SIDE",
        "0.000001, 60000, LOT_SIZE",
        "0, 60000, LOT_SIZE",
        "-1, 60000, LOT_SIZE",
        "9001, 60000, LOT_SIZE",
        "0.00001, 60000, NOTIONAL"
    })
    void anOrderOffTheGridOrOutOfBoundsIsDeniedByTheFiltersName(String qty, String px, String filter) {
        var denied = scene.denied(DESK, scene.limit(BUY, qty, px));
        assertThat(denied.denial()).isEqualTo(Denial.FILTER);
        assertThat(denied.detail()).isEqualTo(filter);
        assertThat(scene.exchange().rejected(DESK)).isEmpty();
    }

    @Test
    void whoHasTooLittleIsRejected() {
        assertThat(scene.denied(DESK, scene.limit(BUY, "101", "50000")).denial())
                .isEqualTo(Denial.INSUFFICIENT_BALANCE);
        assertThat(scene.denied(DESK, scene.market(SELL, "100.00001")).denial()).isEqualTo(Denial.INSUFFICIENT_BALANCE);
        assertThat(scene.privateNews()).isEmpty();
    }

    @Test
    void aModeNobodySimulatesIsDenied() {
        var denied = scene.denied(DESK, scene.limit(BUY, "1", "50000").with(SelfTrade.DECREMENT));
        assertThat(denied.denial()).isEqualTo(Denial.UNSUPPORTED);
    }

    @Test
    void strangersAndUnknownSymbolsAreDenied() {
        assertThat(scene.denied("nobody", scene.limit(BUY, "1", "50000")).denial())
                .isEqualTo(Denial.UNKNOWN_ACCOUNT);
        var request = OrderRequest.limit("DOGEUSDT", BUY, Qty.of("1"), Px.of("1"), "d");
        assertThat(scene.denied(DESK, request).denial()).isEqualTo(Denial.UNKNOWN_SYMBOL);
    }

    @Test
    void aCancelFreesWhatWasBoundAndWorksOnlyOnce() {
        var order = scene.taken(DESK, scene.limit(SELL, "3", "61000"));
        scene.exchange().cancel(DESK, BTC, SimRef.of(order.clientId()));
        assertThat(scene.now(order).progress().cause()).isEqualTo(Cause.CANCELLED_BY_ACCOUNT);
        assertThat(scene.holding(DESK, "BTC").free()).isEqualByComparingTo("100");
        assertThat(scene.exchange().cancel(DESK, BTC, SimRef.of(order.orderId())))
                .isEqualTo(new Denied(Denial.UNKNOWN_ORDER, "no such order is open"));
    }

    @Test
    void anotherAccountsOrderCannotBeCancelled() {
        var order = scene.taken(DESK, scene.limit(SELL, "3", "61000"));
        scene.exchange().cancel(OTHER, BTC, SimRef.of(order.orderId()));
        assertThat(scene.now(order).isOpen()).isTrue();
    }

    @Test
    void aReducedOrderFreesTheDifferenceAndKeepsItsTurn() {
        var first = scene.taken(DESK, scene.limit(SELL, "1", "60000"));
        var second = scene.taken(DESK, scene.limit(SELL, "1", "60000"));
        scene.exchange().reduce(DESK, BTC, SimRef.of(first.orderId()), Qty.of("0.4"), first.clientId());
        assertThat(scene.holding(DESK, "BTC").locked()).isEqualByComparingTo("1.4");
        scene.taken(OTHER, scene.limit(BUY, "0.5", "60000"));
        assertThat(scene.now(first).state()).isEqualTo(OrderState.FILLED);
        assertThat(scene.now(second).cumQty()).isEqualTo(Qty.of("0.1"));
        scene.exchange().reduce(DESK, BTC, SimRef.of(second.orderId()), Qty.of("0.1"), second.clientId());
        assertThat(scene.now(second).orderQty()).isEqualTo(Qty.of("1"));
    }

    @Test
    void aClientIdIsTakenWhileItsOrderIsOpenAndFreeAfterwards() {
        var request = OrderRequest.limit(BTC, BUY, Qty.of("1"), Px.of("50000"), "same");
        var first = scene.taken(DESK, request);
        assertThat(scene.denied(DESK, request).denial()).isEqualTo(Denial.DUPLICATE_CLIENT_ID);
        scene.taken(OTHER, request);
        scene.exchange().cancel(DESK, BTC, SimRef.of("same"));
        var second = scene.taken(DESK, request);
        assertThat(scene.find(DESK, "same")).contains(second);
        assertThat(scene.now(first).isOpen()).isFalse();
        assertThat(scene.exchange().orders(DESK)).hasSize(2);
    }

    @Test
    void theLastOpenOrderAllowedIsTheTwoHundredth() {
        for (int i = 0; i < 200; i++) {
            scene.taken(DESK, scene.limit(BUY, "0.001", "50000"));
        }
        assertThat(scene.denied(DESK, scene.limit(BUY, "0.001", "50000")).denial())
                .isEqualTo(Denial.TOO_MANY_ORDERS);
    }
}
