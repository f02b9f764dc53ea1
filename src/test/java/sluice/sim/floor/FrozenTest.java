package sluice.sim.floor;

import static org.assertj.core.api.Assertions.assertThat;
import static sluice.market.Side.BUY;
import static sluice.market.Side.SELL;
import static sluice.sim.floor.Scene.BTC;
import static sluice.sim.floor.Scene.DESK;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.order.OrderState;

class FrozenTest {

    private final Scene scene = Scene.frozen().writingBooks();

    @Test
    void aFrozenMarketStandsStillAndKeepsTellingSo() {
        var before = scene.exchange().picture(BTC, 5000);
        scene.passMillis(10_000);
        var after = scene.exchange().picture(BTC, 5000);
        assertThat(after.bids()).isEqualTo(before.bids());
        assertThat(after.asks()).isEqualTo(before.asks());
        assertThat(after.lastUpdateId()).isGreaterThan(before.lastUpdateId() + 200);
        assertThat(scene.prints()).isEmpty();
        assertThat(scene.news())
                .filteredOn(item -> item.startsWith("book " + BTC))
                .hasSize(100);
    }

    @Test
    void anOrderAtTheTouchWaitsForAsLongAsTheMarketIsFrozen() {
        var order = scene.taken(DESK, scene.limit(BUY, "0.1", scene.best(BUY).plain()));
        scene.passMillis(60_000);
        assertThat(scene.now(order).state()).isEqualTo(OrderState.SUBMITTED);
        scene.world().freeze(false);
        scene.passMillis(60_000);
        assertThat(scene.now(order).state()).isEqualTo(OrderState.FILLED);
    }

    @Test
    void aMidThatIsSetIsQuotedAtOnce() {
        scene.exchange().setMid(BTC, Px.of("59000"), Optional.empty());
        assertThat(scene.exchange().mid(BTC)).isEqualTo(Px.of("59000"));
        assertThat(scene.best(BUY)).isBetween(Px.of("58990"), Px.of("59000"));
        assertThat(scene.best(SELL)).isBetween(Px.of("59000"), Px.of("59010"));
        scene.world().freeze(false);
        scene.passMillis(1_000);
        assertThat(scene.exchange().mid(BTC)).isBetween(Px.of("58950"), Px.of("59050"));
    }

    @Test
    void anOutsiderSentByTheTestHitsOurOrderThoughTheMarketIsElsewhere() {
        var order = scene.taken(DESK, scene.limit(BUY, "2", "50000"));
        var given = scene.exchange().outsiderTrades(BTC, SELL, Px.of("50000"), Qty.of("0.5"));
        assertThat(given).isEqualTo(Qty.of("0.5"));
        assertThat(scene.now(order).cumQty()).isEqualTo(Qty.of("0.5"));
        assertThat(scene.exchange().fills(DESK).get(0).lastPx()).isEqualTo(Px.of("50000"));
        scene.exchange().outsiderTrades(BTC, SELL, Px.of("50000"), Qty.of("4"));
        assertThat(scene.now(order).state()).isEqualTo(OrderState.FILLED);
        assertThat(scene.prints()).hasSize(3);
        assertThat(scene.holding(DESK, "USDT").locked()).isEqualByComparingTo("0");
    }

    @Test
    void anOutsidersTradeWithNobodyOfUsIsPrintedAndTakesFromTheCrowd() {
        var best = scene.exchange().picture(BTC, 1).asks().get(0);
        var given = scene.exchange().outsiderTrades(BTC, BUY, best.px(), best.qty());
        assertThat(given).isEqualTo(Qty.ZERO);
        assertThat(scene.best(SELL)).isGreaterThan(best.px());
        assertThat(scene.prints()).hasSize(1);
    }
}
