package sluice.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sluice.risk.limits.LimitKey;
import sluice.risk.limits.Limits;

class NoSequenceBreaksALimitTest {

    /** A run of a million: {@code -Dsluice.risk.steps=1000000}. */
    private static final int STEPS = Integer.getInteger("sluice.risk.steps", 10_000);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void noSequenceOfOrdersAnswersAndLossesLeadsOutsideALimitWithAllUnknownsFilled(long seed) {
        var limits = Limits.simulated()
                .with(LimitKey.POSITION_MAX_QTY, new BigDecimal("9"))
                .with(LimitKey.POSITION_MAX_NOTIONAL, new BigDecimal("850"))
                .with(LimitKey.POSITION_MAX_NET, new BigDecimal("820"))
                .with(LimitKey.POSITION_AT_VENUE, new BigDecimal("800"))
                .with(LimitKey.OPEN_PER_VENUE, new BigDecimal("6"));
        var desk = new ReferenceDesk(seed, limits);
        for (var step = 0; step < STEPS; step++) {
            desk.step();
        }
        assertThat(desk.passed()).isGreaterThan(500);
        assertThat(desk.refused()).isGreaterThan(500);
    }
}
