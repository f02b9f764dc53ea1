package sluice.sim.floor;

import static org.assertj.core.api.Assertions.assertThat;
import static sluice.market.Side.BUY;
import static sluice.market.Side.SELL;
import static sluice.sim.floor.Scene.BTC;
import static sluice.sim.floor.Scene.DESK;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import sluice.market.Px;
import sluice.market.Regime;
import sluice.market.Side;
import sluice.market.book.Level;
import sluice.order.OrderState;
import sluice.sim.Picture;
import sluice.sim.SimRef;
import sluice.sim.WorldSpec;

class MarketTest {

    private static final int HOUR_OF_STEPS = 36_000;

    @Test
    void fiveCoinsStandInsideTwentyBasisPointsAtEveryMomentOfAnHour() {
        var scene = Scene.of(WorldSpec.USUAL_SEED);
        for (int i = 0; i < HOUR_OF_STEPS; i++) {
            scene.passMillis(100);
            assertDeep(scene, 5);
        }
        assertThat(scene.prints()).hasSizeGreaterThan(5_000);
    }

    @ParameterizedTest
    @EnumSource(Regime.class)
    void theDepthIsThereInEveryRegime(Regime regime) {
        var scene = Scene.of(4);
        scene.exchange().setMid(BTC, Px.of("60000"), Optional.of(regime));
        for (int i = 0; i < 2_000; i++) {
            scene.passMillis(100);
            assertDeep(scene, 5);
        }
        assertThat(scene.exchange().regime(BTC)).isEqualTo(regime);
    }

    @ParameterizedTest
    @ValueSource(longs = {WorldSpec.USUAL_SEED, 2, 3})
    void aMinuteSeldomMovesThePriceByOnePercent(long seed) {
        var scene = Scene.of(seed);
        var mids = new ArrayList<Double>();
        var far = 0;
        for (int i = 0; i < 60; i++) {
            mids.add(mid(scene));
            scene.pass(Duration.ofMinutes(1));
            far += Math.abs(mid(scene) / mids.get(i) - 1) > 0.01 ? 1 : 0;
        }
        assertThat(far).isLessThan(2);
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    void twentyCoinsTradeWithinOneHundredBasisPointsAndTheBookRefillsInSeconds(Side side) {
        var scene = Scene.of(5);
        var mid = mid(scene);
        var order = scene.taken(DESK, scene.market(side, "20"));
        assertThat(order.state()).isEqualTo(OrderState.FILLED);
        var fills = scene.exchange().fills(DESK);
        var worst = fills.get(fills.size() - 1).lastPx().value().doubleValue();
        assertThat(Math.abs(worst / mid - 1)).isLessThan(0.01);
        scene.passMillis(200);
        assertThat(depth(scene.exchange().picture(BTC, 500), side.opposite())).isLessThan(9);
        scene.passMillis(8_000);
        assertDeep(scene, 5);
    }

    @Test
    void outsidersTradeBothWays() {
        var scene = Scene.of(6);
        scene.pass(Duration.ofMinutes(1));
        for (var side : Side.values()) {
            assertThat(scene.prints())
                    .filteredOn(
                            print -> print.aggressor() == side && print.symbol().equals(BTC))
                    .hasSizeGreaterThan(20);
        }
    }

    @Test
    void anOrderAtTheTouchTypicallyFillsWithinSecondsAndOneFarAwayDoesNot() {
        var scene = Scene.of(7);
        var far = scene.taken(DESK, scene.limit(BUY, "1", "58000"));
        var waits = new ArrayList<Integer>();
        for (int i = 0; i < 41; i++) {
            var side = i % 2 == 0 ? BUY : SELL;
            var order =
                    scene.taken(DESK, scene.limit(side, "0.1", scene.best(side).plain()));
            int steps = 0;
            for (; steps < 600 && scene.now(order).isOpen(); steps++) {
                scene.passMillis(100);
            }
            waits.add(steps);
            scene.exchange().cancel(DESK, BTC, SimRef.of(order.orderId()));
        }
        waits.sort(null);
        assertThat(waits.get(20)).isLessThan(100);
        assertThat(scene.now(far).state()).isEqualTo(OrderState.SUBMITTED);
    }

    @Test
    void aBigOrderInTheWayOfTheMarketIsNotEatenAtOnce() {
        var scene = Scene.frozen();
        var order = scene.taken(DESK, scene.limit(SELL, "20", "60100"));
        scene.exchange().setMid(BTC, Px.of("60110"), Optional.empty());
        scene.world().freeze(false);
        scene.passMillis(200);
        assertThat(scene.now(order).state()).isEqualTo(OrderState.PARTIALLY_FILLED);
        scene.pass(Duration.ofSeconds(30));
        assertThat(scene.now(order).state()).isEqualTo(OrderState.FILLED);
    }

    @Test
    void ofALongAbsenceOnlyTheLastMinuteIsPlayed() {
        var scene = Scene.of(8);
        scene.pass(Duration.ofHours(8));
        var first = scene.prints().get(0).at();
        assertThat(first).isAfter(scene.world().now().minus(World.LONGEST));
        assertThat(scene.exchange().now()).isEqualTo(Scene.START.plus(Duration.ofHours(8)));
    }

    private static void assertDeep(Scene scene, double least) {
        var picture = scene.exchange().picture(BTC, 70);
        assertThat(picture.bids().get(0).px()).isLessThan(picture.asks().get(0).px());
        for (var side : Side.values()) {
            assertThat(depth(picture, side))
                    .as("%s at %s", side, scene.world().now())
                    .isGreaterThan(least);
        }
    }

    /** Base units inside 20 basis points of the mid. */
    private static double depth(Picture picture, Side side) {
        var mid = (px(picture.bids().get(0)) + px(picture.asks().get(0))) / 2;
        return levels(picture, side).stream()
                .takeWhile(level -> Math.abs(px(level) / mid - 1) < 20e-4)
                .mapToDouble(level -> level.qty().value().doubleValue())
                .sum();
    }

    private static List<Level> levels(Picture picture, Side side) {
        return side == BUY ? picture.bids() : picture.asks();
    }

    private static double px(Level level) {
        return level.px().value().doubleValue();
    }

    private static double mid(Scene scene) {
        return scene.exchange().mid(BTC).value().doubleValue();
    }
}
