package sluice.net.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import sluice.market.Stamp;

class ClockOffsetTest {

    private static final long MS = 1_000_000;
    private static final Instant NINE = Instant.parse("2026-01-05T09:00:00Z");

    private final ClockOffset clock = new ClockOffset(ClockOffset.Settings.STANDARD);

    @Test
    void untilItIsKnownOurOwnTimeHasToDo() {
        assertThat(clock.isKnown()).isFalse();
        assertThat(clock.offset(at(5))).isZero();
        assertThat(clock.venueTime(at(5))).isEqualTo(at(5).at());
        assertThat(clock.uncertainty()).isEmpty();
    }

    @Test
    void theVenueReadItsClockHalfARoundTripAfterWeAsked() {
        sample(1_000, 40, 1_500);
        assertThat(clock.offset(at(2_000))).isEqualTo(Duration.ofMillis(1_500));
        assertThat(clock.venueTime(at(2_000))).isEqualTo(NINE.plusMillis(3_500));
        assertThat(clock.uncertainty()).contains(Duration.ofMillis(20));
    }

    /** Whatever the ways there and back take, and they may take six seconds. */
    @Property
    void itIsNeverFurtherOffThanItSays(
            @ForAll @IntRange(min = 0, max = 6_000) int there,
            @ForAll @IntRange(min = 0, max = 6_000) int back,
            @ForAll @IntRange(min = -8_000, max = 1_500) int ahead) {
        var measured = new ClockOffset(ClockOffset.Settings.STANDARD);
        measured.sample(0, (there + back) * MS, NINE.plusMillis(there + ahead));
        assertThat(measured.offset(at(20_000)).minusMillis(ahead).abs())
                .isLessThanOrEqualTo(measured.uncertainty().orElseThrow());
    }

    @Test
    void theShortestRoundTripCounts() {
        sample(1_000, 400, 300);
        sample(2_000, 20, 100);
        sample(3_000, 400, 300);
        assertThat(clock.offset(at(4_000))).isEqualTo(Duration.ofMillis(100));
    }

    @Test
    void aShortRoundTripIsForgottenInTime() {
        sample(1_000, 20, 100);
        sample(301_100, 400, 300);
        assertThat(clock.offset(at(302_000))).isEqualTo(Duration.ofMillis(300));
    }

    @Test
    void aStepOfTheWallClockChangesItByItself() {
        sample(1_000, 20, 100);
        var stepped = new Stamp(NINE.plusMillis(2_000).minusSeconds(3_600), 2_000 * MS);
        assertThat(clock.venueTime(stepped)).isEqualTo(NINE.plusMillis(2_100));
        assertThat(clock.offset(stepped)).isEqualTo(Duration.ofSeconds(3_600).plusMillis(100));
    }

    @Test
    void aJumpOfMoreThanAMillisecondIsSuspectUntilItSettles() {
        sample(1_000, 20, 100);
        assertThat(clock.isSuspect()).isFalse();
        sample(2_000, 20, 102);
        assertThat(clock.isSuspect()).isTrue();
        sample(3_000, 20, 102);
        sample(4_000, 20, 102);
        assertThat(clock.isSuspect()).isTrue();
        sample(5_000, 20, 102);
        assertThat(clock.isSuspect()).isFalse();
    }

    @Test
    void aMillisecondIsNoJump() {
        sample(1_000, 20, 100);
        sample(2_000, 20, 101);
        assertThat(clock.isSuspect()).isFalse();
    }

    @Test
    void afterAResetItIsUnknownAndSuspect() {
        sample(1_000, 20, 100);
        clock.reset();
        assertThat(clock.isKnown()).isFalse();
        assertThat(clock.isSuspect()).isTrue();
        sample(2_000, 20, 5_000);
        assertThat(clock.offset(at(3_000))).isEqualTo(Duration.ofMillis(5_000));
    }

    /** A question with equal ways there and back. */
    private void sample(long sentMillis, long tripMillis, long aheadMillis) {
        var read = NINE.plusMillis(sentMillis + tripMillis / 2 + aheadMillis);
        clock.sample(sentMillis * MS, (sentMillis + tripMillis) * MS, read);
    }

    private static Stamp at(long millis) {
        return new Stamp(NINE.plusMillis(millis), millis * MS);
    }
}
