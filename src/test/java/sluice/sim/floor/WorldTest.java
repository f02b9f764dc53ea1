package sluice.sim.floor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Side;
import sluice.sim.Fees;
import sluice.sim.OrderRequest;
import sluice.sim.SimRef;
import sluice.sim.VenueSpec;
import sluice.sim.WorldSpec;
import sluice.sim.store.MemoryLedger;

class WorldTest {

    private final World world = World.open(twoVenues(), new MemoryLedger(), Scene.START);

    @Test
    void venuesShareThePriceAndDifferInEverythingElse() {
        for (int i = 0; i < 60; i++) {
            world.advance(world.now().plusSeconds(30));
            var near = mid("binance") / mid("small") - 1;
            assertThat(Math.abs(near)).isLessThan(20e-4);
        }
        assertThat(world.exchange("small").picture(Scene.BTC, 20))
                .isNotEqualTo(world.exchange("binance").picture(Scene.BTC, 20));
        assertThat(depth("small")).isLessThan(depth("binance"));
        assertThat(world.exchange("small").fees("desk", Scene.BTC).taker()).isEqualByComparingTo("0.0005");
    }

    @Test
    void aThinVenueStillHasWhatIsPromised() {
        for (int i = 0; i < 500; i++) {
            world.advance(world.now().plusMillis(100));
            var mid = mid("small");
            var bids = world.exchange("small").picture(Scene.BTC, 200).bids().stream()
                    .filter(level -> level.px().value().doubleValue() > mid * (1 - 20e-4))
                    .mapToDouble(level -> level.qty().value().doubleValue())
                    .sum();
            assertThat(bids).isGreaterThan(5);
        }
    }

    @Test
    void aWorldWithAnOpenOrderIsWorking() {
        var exchange = world.exchange("small");
        exchange.enroll("desk");
        assertThat(world.isWorking()).isFalse();
        exchange.place("desk", OrderRequest.limit(Scene.BTC, Side.BUY, Qty.of("1"), Px.of("50000"), "a"));
        assertThat(world.isWorking()).isTrue();
        exchange.cancel("desk", Scene.BTC, SimRef.of("a"));
        assertThat(world.isWorking()).isFalse();
    }

    @Test
    void anUnknownVenueIsNamed() {
        assertThat(world.venues()).containsExactly("binance", "small");
        assertThatThrownBy(() -> world.exchange("mtgox")).hasMessageContaining("mtgox");
    }

    @Test
    void threeVenuesQuoteOnePriceInTheirOwnMoneyAndWays() {
        var usual = World.open(WorldSpec.usual(5), new MemoryLedger(), Scene.START);
        for (int i = 0; i < 20; i++) {
            usual.advance(usual.now().plusSeconds(30));
            var dollars = px(usual.exchange("coinbase").mid("BTC-USD"));
            var usdt = px(usual.exchange("coinbase").mid("USDT-USD"));
            assertThat(usdt).isBetween(0.998, 1.003);
            for (var listed : List.of("BTCUSDT", "BTCUSDT-PERP")) {
                assertThat(px(usual.exchange("bybit").mid(listed)) * usdt / dollars)
                        .isBetween(0.998, 1.002);
            }
            assertThat(usual.exchange("bybit").efficient("BTCUSDT").value().doubleValue())
                    .isCloseTo(px(usual.exchange("binance").efficient("BTCUSDT")), within(0.1));
        }
    }

    private static double px(Px px) {
        return px.value().doubleValue();
    }

    private double mid(String venue) {
        return world.exchange(venue).mid(Scene.BTC).value().doubleValue();
    }

    private double depth(String venue) {
        return world.exchange(venue).picture(Scene.BTC, 5000).asks().stream()
                .mapToDouble(level -> level.qty().value().doubleValue())
                .sum();
    }

    private static WorldSpec twoVenues() {
        var usual = WorldSpec.usual(5);
        var binance = usual.venues().get(0);
        var small = new VenueSpec(
                "small", binance.listings(), Fees.of("-0.0001", "0.0005"), 2, 0.3, Duration.ZERO, binance.grants());
        return new WorldSpec(5, usual.assets(), List.of(binance, small));
    }
}
