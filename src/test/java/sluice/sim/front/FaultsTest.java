package sluice.sim.front;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FaultsTest {

    private static final Instant NOW = Instant.parse("2026-08-01T00:00:00Z");
    private static final Occasion PLACE = Occasion.of("POST /api/v3/order", "order.place", "place");

    private final Faults faults = new Faults(EnumSet.allOf(FaultKind.class));

    @Test
    void happensOnceUnlessSaid() {
        faults.arm(Fault.once(FaultKind.REPLY_LOST), NOW);
        assertThat(faults.fire(FaultKind.REPLY_LOST, PLACE, NOW)).isPresent();
        assertThat(faults.fire(FaultKind.REPLY_LOST, PLACE, NOW)).isEmpty();
        assertThat(faults.list().get(0).fired()).isEqualTo(1);
    }

    @Test
    void happensAsOftenAsCounted() {
        faults.arm(Fault.once(FaultKind.GAP).times(3), NOW);
        for (int i = 0; i < 3; i++) {
            assertThat(faults.fire(FaultKind.GAP, PLACE, NOW)).isPresent();
        }
        assertThat(faults.fire(FaultKind.GAP, PLACE, NOW)).isEmpty();
    }

    @Test
    void lastsForItsTimeOnEveryOccasion() {
        faults.arm(Fault.once(FaultKind.RATE_LIMIT).lasting(Duration.ofSeconds(2)), NOW);
        assertThat(faults.fire(FaultKind.RATE_LIMIT, PLACE, NOW)).isPresent();
        assertThat(faults.fire(FaultKind.RATE_LIMIT, PLACE, NOW.plusMillis(1_999)))
                .isPresent();
        assertThat(faults.remaining(FaultKind.RATE_LIMIT, NOW.plusMillis(500))).contains(Duration.ofMillis(1_500));
        assertThat(faults.fire(FaultKind.RATE_LIMIT, PLACE, NOW.plusSeconds(2))).isEmpty();
        assertThat(faults.list().get(0).fired()).isEqualTo(2);
    }

    @Test
    void matchesByPathMethodOrVerb() {
        for (var name : PLACE.names()) {
            faults.arm(Fault.once(FaultKind.REPLY_LOST).on(name), NOW);
            assertThat(faults.fire(FaultKind.REPLY_LOST, Occasion.of("cancel"), NOW))
                    .isEmpty();
            assertThat(faults.fire(FaultKind.REPLY_LOST, PLACE, NOW)).as(name).isPresent();
        }
    }

    @Test
    void aQuestionForTheTimeTakesNoFaultThatIsCountedAndNamesNothing() {
        var time = Occasion.of("GET /api/v3/time", Occasion.TIME);
        faults.arm(Fault.once(FaultKind.REPLY_LOST), NOW);
        assertThat(faults.fire(FaultKind.REPLY_LOST, time, NOW)).isEmpty();
        assertThat(faults.fire(FaultKind.REPLY_LOST, PLACE, NOW)).isPresent();
        faults.arm(Fault.once(FaultKind.DELAY).on("GET /api/v3/time"), NOW);
        assertThat(faults.fire(FaultKind.DELAY, time, NOW)).isPresent();
        faults.arm(Fault.once(FaultKind.DELAY).lasting(Duration.ofSeconds(2)), NOW);
        assertThat(faults.fire(FaultKind.DELAY, time, NOW)).isPresent();
    }

    @Test
    void anUnnamedFaultWaitsForAnOccasionItAppliesTo() {
        faults.arm(Fault.once(FaultKind.GAP), NOW);
        assertThat(faults.fireNamed(FaultKind.GAP, PLACE, NOW)).isEmpty();
        assertThat(faults.fire(FaultKind.GAP, PLACE, NOW, false)).isEmpty();
        assertThat(faults.fire(FaultKind.GAP, PLACE, NOW, true)).isPresent();
    }

    @Test
    void theOlderFaultGoesFirst() {
        faults.arm(Fault.once(FaultKind.DELAY).with("ms", 1), NOW);
        faults.arm(Fault.once(FaultKind.DELAY).with("ms", 2), NOW);
        assertThat(faults.fire(FaultKind.DELAY, PLACE, NOW))
                .get()
                .extracting(fault -> fault.number("ms", 0))
                .isEqualTo(1L);
        assertThat(faults.fire(FaultKind.DELAY, PLACE, NOW))
                .get()
                .extracting(fault -> fault.number("ms", 0))
                .isEqualTo(2L);
    }

    @Test
    void theClockIsWrongUntilTheFaultIsTakenBack() {
        faults.arm(Fault.once(FaultKind.CLOCK_SKEW).with("ms", -2_000).times(1), NOW);
        assertThat(faults.skew(NOW)).isEqualTo(Duration.ofSeconds(-2));
        assertThat(faults.skew(NOW.plusSeconds(60))).isEqualTo(Duration.ofSeconds(-2));
        assertThat(faults.list().get(0).fired()).isEqualTo(1);
        faults.clear();
        assertThat(faults.skew(NOW)).isZero();
    }

    @Test
    void maintenanceLastsUntilItIsTakenBack() {
        faults.arm(Fault.once(FaultKind.MAINTENANCE), NOW);
        assertThat(faults.inForce(FaultKind.MAINTENANCE, NOW.plusSeconds(3_600)))
                .isTrue();
        faults.clear();
        assertThat(faults.inForce(FaultKind.MAINTENANCE, NOW)).isFalse();
    }

    @Test
    void aVenueRefusesWhatItsProtocolCannotHave() {
        var some = new Faults(Set.of(FaultKind.GAP));
        assertThatThrownBy(() -> some.arm(Fault.once(FaultKind.CORRUPT_CHECKSUM), NOW))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("corrupt-checksum");
    }

    @ParameterizedTest
    @EnumSource
    void everyKindIsKnownByItsName(FaultKind kind) {
        assertThat(FaultKind.of(kind.wire())).contains(kind);
        assertThat(kind.wire()).matches("[a-z]+(-[a-z]+)*");
    }
}
