package sluice.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import sluice.risk.DeadMan.Case;
import sluice.risk.DeadMan.Closing;
import sluice.risk.DeadMan.Range;
import sluice.risk.DeadMan.Ruling;
import sluice.risk.DeadMan.Standing;

class DeadManTest {

    private static final Instant NOW = Instant.parse("2026-08-01T12:00:00Z");
    private static final Optional<Range> RANGE = Optional.of(new Range(Duration.ofSeconds(3), Duration.ofSeconds(300)));

    private static Case with(int window) {
        return new Case(Optional.of(Duration.ofSeconds(window)), RANGE, true, 0, Optional.empty());
    }

    private static Ruling judge(Case at) {
        return DeadMan.judge(at, NOW);
    }

    private static Standing closing(Duration in, Duration until) {
        var closing = new Closing(NOW.plus(in), NOW.plus(until));
        return judge(new Case(with(30).window(), RANGE, true, 0, Optional.of(closing)))
                .standing();
    }

    @Test
    void anAccountThatHoldsOnlyOurOrdersIsGuarded() {
        assertThat(judge(with(30))).isEqualTo(new Ruling(Standing.ARMED, ""));
    }

    @Test
    void withoutConfigurationItIsNotArmed() {
        assertThat(judge(new Case(Optional.empty(), RANGE, true, 0, Optional.empty())))
                .isEqualTo(new Ruling(Standing.DISARMED, "none is configured"));
    }

    @Test
    void aVenueWithoutASwitchHasNone() {
        assertThat(judge(new Case(with(30).window(), Optional.empty(), true, 0, Optional.empty())))
                .isEqualTo(new Ruling(Standing.DISARMED, "the venue has none"));
    }

    @Test
    void aWindowIsWithinWhatTheVenueTakes() {
        assertThat(judge(with(2)).why()).isEqualTo("the venue takes 3 to 300 s, not 2 s");
        assertThat(judge(with(3)).standing()).isEqualTo(Standing.ARMED);
        assertThat(judge(with(300)).standing()).isEqualTo(Standing.ARMED);
        assertThat(judge(with(301)).standing()).isEqualTo(Standing.DISARMED);
    }

    @Test
    void oneOrderOfSomebodyElseDisarmsIt() {
        assertThat(judge(new Case(with(30).window(), RANGE, true, 1, Optional.empty())))
                .isEqualTo(new Ruling(Standing.DISARMED, "1 resting order is not ours, and it would cancel that too"));
        assertThat(judge(new Case(with(30).window(), RANGE, false, 2, Optional.empty()))
                        .standing())
                .isEqualTo(Standing.DISARMED);
    }

    @Test
    void anUnreconciledVenueStaysAsItIs() {
        assertThat(judge(new Case(with(30).window(), RANGE, false, 0, Optional.empty()))
                        .standing())
                .isEqualTo(Standing.AS_IT_IS);
    }

    @Test
    void itIsDisarmedTenMinutesBeforeTheVenueClosesAndUntilItIsOpenAgain() {
        var hour = Duration.ofHours(1);
        assertThat(closing(Duration.ofMinutes(10).plusMillis(1), hour)).isEqualTo(Standing.ARMED);
        assertThat(closing(Duration.ofMinutes(10), hour)).isEqualTo(Standing.DISARMED);
        assertThat(closing(hour.negated(), Duration.ofMillis(1))).isEqualTo(Standing.DISARMED);
        assertThat(closing(hour.negated(), Duration.ZERO)).isEqualTo(Standing.ARMED);
    }
}
