package sluice.sim.floor;

import static org.assertj.core.api.Assertions.assertThat;
import static sluice.market.Side.BUY;
import static sluice.market.Side.SELL;
import static sluice.sim.floor.Scene.DESK;
import static sluice.sim.floor.Scene.OTHER;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import sluice.market.Qty;
import sluice.order.OrderState;
import sluice.sim.SelfTrade;
import sluice.sim.SimOrder;
import sluice.sim.SimOrder.Cause;

class SelfTradeTest {

    private final Scene scene = Scene.frozen();

    @Test
    void withoutPreventionAnAccountTradesWithItselfAndPaysBothFees() {
        var resting = scene.taken(DESK, scene.limit(SELL, "1", "60000"));
        var taking = take(SelfTrade.NONE);
        assertThat(scene.now(resting).state()).isEqualTo(OrderState.FILLED);
        assertThat(taking.state()).isEqualTo(OrderState.FILLED);
        assertThat(scene.exchange().fills(DESK)).hasSize(2);
        assertThat(scene.holding(DESK, "BTC").total()).isEqualByComparingTo("99.999");
        assertThat(scene.holding(DESK, "USDT").total()).isEqualByComparingTo("4999940");
    }

    @ParameterizedTest
    @EnumSource(names = {"EXPIRE_TAKER", "EXPIRE_MAKER", "EXPIRE_BOTH"})
    void theTakersModeDecidesWhoExpiresAndNobodyTradesWithHimself(SelfTrade mode) {
        var resting = scene.taken(DESK, scene.limit(SELL, "1", "60000"));
        var taking = take(mode);
        assertThat(scene.exchange().fills(DESK)).isEmpty();
        assertThat(expired(scene.now(resting))).isEqualTo(mode.expiresMaker());
        assertThat(expired(taking)).isEqualTo(mode.expiresTaker());
        assertThat(taking.isOpen()).isEqualTo(!mode.expiresTaker());
    }

    @Test
    void anExpiredMakerLetsTheTakerReachTheNextInLine() {
        scene.taken(DESK, scene.limit(SELL, "1", "60000"));
        scene.taken(OTHER, scene.limit(SELL, "1", "60000"));
        assertThat(take(SelfTrade.EXPIRE_MAKER).state()).isEqualTo(OrderState.FILLED);
    }

    @Test
    void anExpiredTakerKeepsWhatItGotBefore() {
        scene.taken(OTHER, scene.limit(SELL, "0.3", "60000"));
        scene.taken(DESK, scene.limit(SELL, "1", "60000"));
        var taking = take(SelfTrade.EXPIRE_TAKER);
        assertThat(expired(taking)).isTrue();
        assertThat(taking.cumQty()).isEqualTo(Qty.of("0.3"));
        assertThat(scene.holding(DESK, "USDT").locked()).isEqualByComparingTo("0");
    }

    private SimOrder take(SelfTrade mode) {
        return scene.taken(DESK, scene.limit(BUY, "1", "60000").with(mode));
    }

    private static boolean expired(SimOrder order) {
        return order.state() == OrderState.CANCELLED && order.progress().cause() == Cause.SELF_TRADE;
    }
}
