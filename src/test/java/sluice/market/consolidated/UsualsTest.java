package sluice.market.consolidated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import sluice.market.consolidated.MarketReading.Usual;

class UsualsTest {

    private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");
    private static final int HOUR = 3600;

    private final Usuals usuals = new Usuals();

    private void learn(Instant from, int seconds, double spread, double depth) {
        for (var i = 0; i < seconds; i++) {
            usuals.learn(from.plusSeconds(i), spread, depth);
        }
    }

    @Test
    void fiveMinutesAreEnoughToSayWhatIsUsual() {
        learn(NOON, 299, 2, 40);
        assertThat(usuals.at(NOON.plusSeconds(299))).isEqualTo(Usual.UNKNOWN);
        learn(NOON.plusSeconds(299), 1, 2, 40);
        assertThat(usuals.at(NOON.plusSeconds(300))).isEqualTo(new Usual(2, 40));
    }

    @Test
    void eachHourHasItsOwn() {
        learn(NOON, HOUR, 2, 40);
        learn(NOON.plusSeconds(HOUR), HOUR, 4, 10);
        assertThat(usuals.at(NOON).spreadBps()).isCloseTo(2, within(0.06));
        assertThat(usuals.at(NOON.plusSeconds(HOUR)).spreadBps()).isCloseTo(4, within(0.12));
        assertThat(usuals.at(NOON.plusSeconds(HOUR)).depth()).isCloseTo(10, within(0.3));
        assertThat(usuals.at(NOON.plusSeconds(5 * HOUR)).spreadBps()).isBetween(1.9, 4.1);
    }

    @Test
    void aSpellOfWideSpreadsIsNotUsual() {
        learn(NOON, 2_000, 2, 40);
        learn(NOON.plusSeconds(2_000), 1_000, 30, 1);
        assertThat(usuals.at(NOON)).isEqualTo(new Usual(2, 40));
    }

    @Test
    void whatWasUsualAWeekAgoFades() {
        for (var day = 0; day < 14; day++) {
            learn(NOON.plusSeconds(day * 24L * HOUR), 600, day < 7 ? 2 : 6, 40);
        }
        assertThat(usuals.at(NOON).spreadBps()).isCloseTo(6, within(0.2));
    }

    @Test
    void theMedianIsOfAllSizes() {
        var random = new Random(5);
        var median = new Median();
        for (var i = 0; i < 20_000; i++) {
            median.learn(3 * Math.exp(random.nextGaussian()));
        }
        median.learn(-1);
        median.learn(0);
        assertThat(median.median()).isCloseTo(3, within(0.15));
        assertThat(new Median().median()).isZero();
    }

    @Test
    void whatWasLearnedIsReadBackFromItsText() {
        learn(NOON, HOUR, 2, 50);
        learn(NOON.plusSeconds(HOUR), HOUR, 4, 20);
        var again = Usuals.of(usuals.text());
        assertThat(again.text()).isEqualTo(usuals.text());
        assertThat(again.at(NOON)).isEqualTo(usuals.at(NOON));
        assertThat(again.at(NOON.plusSeconds(HOUR))).isEqualTo(usuals.at(NOON.plusSeconds(HOUR)));
        assertThat(Usuals.of(new Usuals().text()).at(NOON)).isEqualTo(Usual.UNKNOWN);
    }

    @Test
    void aTextThatIsNoneIsRefused() {
        for (var text : List.of("", "x", "1=", "1=2|3", "1=2|3|4 5:-1", "1=2|3|4 999:1", "1=2|NaN|4")) {
            assertThatIllegalArgumentException().isThrownBy(() -> Usuals.of(text));
        }
    }
}
