package sluice.sim.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import sluice.market.Regime;
import sluice.sim.WorldSpec;

class PricesTest {

    private final Prices prices = prices(3);

    @Test
    void pricesBeginWhereTheSpecSaysAndCrossesFollow() {
        assertThat(prices.pair("BTC", "USDT")).isCloseTo(60_000, within(1e-6));
        assertThat(prices.pair("ETH", "BTC")).isCloseTo(0.05, within(1e-9));
    }

    @Test
    void aRestoredGeneratorGoesOnToTheBit() {
        play(prices, 1_000);
        prices.pin("SOL", Regime.STRESSED);
        var twin = prices(99);
        twin.restore(prices.state());
        play(prices, 1_000);
        play(twin, 1_000);
        assertThat(twin.state()).isEqualTo(prices.state());
    }

    @Test
    void everyRegimeComesInADay() {
        var seen = EnumSet.noneOf(Regime.class);
        for (int i = 0; i < 24 * 60; i++) {
            play(prices, 60);
            seen.add(prices.regime("BTC"));
        }
        assertThat(seen).isEqualTo(EnumSet.allOf(Regime.class));
    }

    @Test
    void aPinnedRegimeStaysAndShowsInTheVolatility() {
        prices.pin("BTC", Regime.STRESSED);
        var wild = volatility(prices);
        prices.pin("BTC", Regime.CALM);
        assertThat(wild).isGreaterThan(3 * volatility(prices));
        assertThat(prices.regime("BTC")).isEqualTo(Regime.CALM);
    }

    @Test
    void anAssetNobodyKnowsHasNoPrice() {
        assertThatThrownBy(() -> prices.pair("DOGE", "USDT")).hasMessageContaining("DOGE");
    }

    @Test
    void diceAreFairAndNamedStreamsAreStrangers() {
        var dice = Dice.named(1, "a");
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < 100_000; i++) {
            var x = dice.gaussian();
            sum += x;
            squares += x * x;
        }
        assertThat(sum / 100_000).isCloseTo(0, within(0.02));
        assertThat(squares / 100_000).isCloseTo(1, within(0.03));
        assertThat(Dice.named(1, "a").next()).isNotEqualTo(Dice.named(1, "b").next());
        assertThat(Dice.named(1, "a").next()).isNotEqualTo(Dice.named(2, "a").next());
    }

    private static double volatility(Prices prices) {
        var moves = new ArrayList<Double>();
        for (int i = 0; i < 2_000; i++) {
            var before = prices.pair("BTC", "USDT");
            prices.step(0.1);
            moves.add(Math.abs(prices.pair("BTC", "USDT") / before - 1));
        }
        moves.sort(null);
        return moves.get(1_000);
    }

    private static Prices prices(long seed) {
        return new Prices(seed, WorldSpec.usual(seed).assets());
    }

    private static void play(Prices prices, int steps) {
        for (int i = 0; i < steps; i++) {
            prices.step(1);
        }
    }
}
