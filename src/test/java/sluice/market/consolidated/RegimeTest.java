package sluice.market.consolidated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import sluice.market.Px;
import sluice.market.Regime;

class RegimeTest {

    private static final long SECOND = 1_000_000_000L;
    private static final MarketReading USUAL = new MarketReading(1, 1, 1, false, 0, 3);
    private static final MarketReading WILD = new MarketReading(2, 1, 1, false, 0, 3);
    private static final MarketReading BETWEEN = new MarketReading(1.5, 1, 1, false, 0, 3);
    private static final MarketReading OUT = new MarketReading(1, 1, 1, false, 2, 3);

    private RegimeDetector detector = RegimeDetector.CALM;
    private long seconds;

    private RegimeTest after(int count, MarketReading reading) {
        for (var i = 0; i < count; i++) {
            seconds++;
            detector = detector.after(reading, seconds * SECOND);
        }
        return this;
    }

    private RegimeTest is(Regime regime) {
        assertThat(detector.regime()).isEqualTo(regime);
        return this;
    }

    @Test
    void worseIsBelievedAtOnceAndBetterAfterHalfAMinute() {
        after(1, WILD)
                .is(Regime.VOLATILE)
                .after(30, USUAL)
                .is(Regime.VOLATILE)
                .after(1, USUAL)
                .is(Regime.CALM);
    }

    @Test
    void whatIsNeitherCalmNorWildChangesNothing() {
        after(60, BETWEEN).is(Regime.CALM).after(1, WILD).after(600, BETWEEN).is(Regime.VOLATILE);
    }

    @Test
    void aRelapseStartsTheWaitAgain() {
        after(1, WILD).after(20, USUAL).after(1, BETWEEN).after(30, USUAL).is(Regime.VOLATILE);
        after(1, USUAL).is(Regime.CALM);
    }

    @Test
    void twoVenuesOutAreStressAndSoIsTheOnlyOne() {
        after(1, OUT).is(Regime.STRESSED).after(31, BETWEEN).is(Regime.VOLATILE);
        after(40, USUAL)
                .is(Regime.CALM)
                .after(1, new MarketReading(1, 1, 1, false, 1, 1))
                .is(Regime.STRESSED);
        after(31, USUAL).is(Regime.CALM);
    }

    @Test
    void everyFigureHasItsLimit() {
        assertThat(new MarketReading(1.8, 2, 0.5, false, 1, 3).isVolatile()).isFalse();
        assertThat(new MarketReading(1.81, 1, 1, false, 0, 3).isVolatile()).isTrue();
        assertThat(new MarketReading(1, 2.1, 1, false, 0, 3).isVolatile()).isTrue();
        assertThat(new MarketReading(1, 1, 0.49, false, 0, 3).isVolatile()).isTrue();
        assertThat(new MarketReading(1, 1, 1, true, 0, 3).isVolatile()).isTrue();
        assertThat(new MarketReading(1, 5, 0.2, false, 1, 3).isStressed()).isFalse();
        assertThat(new MarketReading(1, 5.1, 1, false, 0, 3).isStressed()).isTrue();
        assertThat(new MarketReading(1, 1, 0.19, false, 0, 3).isStressed()).isTrue();
    }

    @Test
    void withoutAPastEverythingIsUsual() {
        var reading = MarketReading.of(Volatility.UNKNOWN, 7, 1, MarketReading.Usual.UNKNOWN, 0, 1);
        assertThat(reading.isCalm()).isTrue();
        assertThat(MarketReading.of(Volatility.UNKNOWN, 7, 1, new MarketReading.Usual(1, 10), 0, 1)
                        .isStressed())
                .isTrue();
    }

    @Test
    void volatilityIsFoundWhateverTheIntervals() {
        var random = new Random(7);
        var volatility = Volatility.UNKNOWN;
        var parkinson = Parkinson.UNKNOWN;
        var nanos = 0L;
        var mid = 60_000.0;
        for (var i = 0; i < 20_000; i++) {
            var elapsed = 0.2 + random.nextDouble() * 1.6;
            nanos += (long) (elapsed * 1e9);
            mid *= Math.exp(0.89e-4 * Math.sqrt(elapsed) * random.nextGaussian());
            var px = new Px(BigDecimal.valueOf(mid));
            volatility = volatility.after(px, nanos);
            parkinson = parkinson.after(px, nanos);
        }
        assertThat(volatility.slow()).isCloseTo(0.89, within(0.06));
        assertThat(volatility.fast()).isCloseTo(0.89, within(0.35));
        assertThat(volatility.withoutJumps()).isCloseTo(0.89, within(0.06));
        assertThat(parkinson.sigma().orElseThrow()).isCloseTo(0.85, within(0.2));
        assertThat(parkinson.agreesWith(volatility.slow())).isTrue();
        assertThat(parkinson.agreesWith(volatility.slow() * 3)).isFalse();
    }

    @Test
    void fiftyPercentAYearIsWhatTheBookSays() {
        assertThat(Volatility.annual(0.89)).isCloseTo(0.5, within(0.001));
    }

    @Test
    void aJumpIsToldOnceEnoughIsKnown() {
        var volatility = Volatility.UNKNOWN;
        for (var i = 0; i <= 59; i++) {
            volatility = volatility.after(Px.of(i % 2 == 0 ? "60000" : "60001"), i * SECOND);
        }
        assertThat(volatility.after(Px.of("60100"), 60 * SECOND).jumped()).isFalse();
        var known = volatility.after(Px.of("60000"), 60 * SECOND).after(Px.of("60001"), 61 * SECOND);
        assertThat(known.after(Px.of("60100"), 62 * SECOND).jumped()).isTrue();
        assertThat(known.after(Px.of("60000.5"), 62 * SECOND).jumped()).isFalse();
        assertThat(known.after(Px.of("60100"), 61 * SECOND)).isEqualTo(known);
    }
}
