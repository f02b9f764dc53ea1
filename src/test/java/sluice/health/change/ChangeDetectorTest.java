package sluice.health.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ChangeDetectorTest {

    private static final Instant BEGIN = Instant.parse("2026-11-02T00:00:00Z");

    private final Random dice = new Random(7);
    private final ChangeDetector detector = new ChangeDetector(Rule.LATENCY);
    private Instant now = BEGIN;
    private Change last = Change.UNKNOWN;

    /** Two samples a second, around a median in milliseconds. */
    private ChangeDetectorTest runs(int seconds, double median) {
        for (int i = 0; i < seconds; i++) {
            now = now.plusSeconds(1);
            detector.add(Math.log(median * 1e6) + 0.3 * dice.nextGaussian(), now);
            detector.add(Math.log(median * 1e6) + 0.3 * dice.nextGaussian(), now);
            last = detector.judge(now);
        }
        return this;
    }

    @Test
    void littleIsKnownAtFirst() {
        runs(50, 20);
        assertThat(last.known()).isFalse();
        runs(50, 20);
        assertThat(last.known()).isTrue();
        assertThat(last.worse()).isFalse();
    }

    @Test
    void halfAsMuchAgainIsSeenWithinAMinute() {
        runs(1_200, 20).runs(60, 30);
        assertThat(last.worse()).isTrue();
    }

    @Test
    void whatIsWellAgainIsWellAMinuteAfterItWasSeenAtTheSoonest() {
        runs(1_200, 20).runs(30, 30);
        assertThat(last.worse()).isTrue();
        runs(20, 20);
        assertThat(last.worse()).isTrue();
        runs(60, 20);
        assertThat(last.worse()).isFalse();
    }

    @Test
    void whereNothingIsTradedNothingIsWorse() {
        runs(1_200, 20);
        now = now.plusSeconds(3_600);
        assertThat(detector.judge(now).worse()).isFalse();
        runs(60, 20);
        assertThat(last.worse()).isFalse();
    }

    @Test
    void nobodyIsSureOfWhatHappenedInTwoSeconds() {
        runs(1_200, 20).runs(2, 200);
        assertThat(last.worse()).isFalse();
    }

    @Test
    void aTenthMoreMattersToNobody() {
        runs(1_200, 20).runs(600, 22);
        assertThat(last.worse()).isFalse();
    }

    @Test
    void twiceAsMuchOfNextToNothingMattersToNobody() {
        runs(1_200, 0.6).runs(600, 1.2);
        assertThat(last.worse()).isFalse();
    }

    @Test
    void whatLastsForLongBecomesUsual() {
        runs(1_200, 20).runs(4 * 3_600, 40);
        assertThat(last.worse()).isFalse();
    }

    @Test
    void oneOddSampleRaisesNothing() {
        runs(1_200, 20);
        detector.add(Math.log(20_000 * 1e6), now);
        runs(60, 20);
        assertThat(last.worse()).isFalse();
    }
}
