package sluice.net.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import sluice.market.Stamp;

class ClockStepTest {

    private static final Instant NINE = Instant.parse("2026-01-05T09:00:00Z");
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final ClockStep step = new ClockStep(ClockStep.Settings.STANDARD, new Stamp(NINE, 0));

    @Test
    void clocksThatGoTogetherAreSteady() {
        assertThat(look(1_000, 1_000)).isEqualTo(new ClockStep.Verdict.Steady());
        assertThat(look(3_100, 3_000)).isEqualTo(new ClockStep.Verdict.Steady());
    }

    @Test
    void aWallClockSetBackAnHourStepped() {
        assertThat(look(1_000 - 3_600_000, 1_000)).isEqualTo(new ClockStep.Verdict.Stepped(Duration.ofHours(-1)));
        assertThat(look(2_000 - 3_600_000, 2_000)).isEqualTo(new ClockStep.Verdict.Steady());
    }

    @Test
    void aMachineThatSleptWithItsMonotonicClockStepped() {
        assertThat(look(1_201_000, 1_000)).isEqualTo(new ClockStep.Verdict.Stepped(Duration.ofMinutes(20)));
    }

    @Test
    void aProcessThatWasHaltedPaused() {
        assertThat(look(1_201_000, 1_201_000)).isEqualTo(new ClockStep.Verdict.Paused(Duration.ofMinutes(20)));
    }

    @Test
    void beingALittleLateIsNoPause() {
        assertThat(look(5_900, 5_900)).isEqualTo(new ClockStep.Verdict.Steady());
    }

    private ClockStep.Verdict look(long wallMillis, long monotonicMillis) {
        return step.look(new Stamp(NINE.plusMillis(wallMillis), monotonicMillis * 1_000_000), SECOND);
    }
}
