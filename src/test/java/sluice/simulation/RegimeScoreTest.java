package sluice.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What the desk says of the simulated market, beside what the market says of itself. */
class RegimeScoreTest {

    @Test
    void theRegimeIsToldFromTheBooksWithinSecondsAndDoesNotFlicker() {
        var score = new RegimeScore(3).play(Duration.ofMinutes(90));
        assertThat(score.onsets()).as(score.toString()).isGreaterThan(3);
        assertThat(score.found()).as(score.toString()).isEqualTo(score.onsets());
        assertThat(score.medianDelay()).as(score.toString()).isLessThanOrEqualTo(3);
        assertThat(score.agreement()).as(score.toString()).isGreaterThan(0.9);
        assertThat(score.falseAlarms()).as(score.toString()).isZero();
        assertThat(score.switches()).as(score.toString()).isLessThanOrEqualTo(2 * score.onsets() + 2);
    }

    /** A calm market jumps about once an hour, and a jump is a reason to switch, whatever the label says. */
    @Test
    void nothingButAJumpIsTakenForTheEndOfACalm() {
        var score = new RegimeScore(101).play(Duration.ofMinutes(150));
        assertThat(score.falseAlarms()).as(score.toString()).isEqualTo(score.atJumps());
    }
}
