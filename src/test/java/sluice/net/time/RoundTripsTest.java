package sluice.net.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class RoundTripsTest {

    private final RoundTrips trips = new RoundTrips();

    @Test
    void beforeTheFirstThereIsNothingToSay() {
        assertThat(trips.p50()).isEmpty();
        assertThat(trips.p99()).isEmpty();
    }

    @Test
    void halfWereQuickerThanTheMedianAndOneInAHundredSlowerThanTheTail() {
        for (int ms = 1; ms <= 1_000; ms++) {
            trips.add(Duration.ofMillis(ms));
        }
        assertThat(trips.count()).isEqualTo(1_000);
        assertThat(trips.p50().orElseThrow().toMillis()).isCloseTo(500, Percentage.withPercentage(1));
        assertThat(trips.p99().orElseThrow().toMillis()).isCloseTo(990, Percentage.withPercentage(1));
    }

    @Test
    void whatLiesOutsideItsRangeCountsAtItsEdge() {
        trips.add(Duration.ofHours(3));
        assertThat(trips.p99().orElseThrow().toSeconds()).isBetween(60L, 61L);
        trips.add(Duration.ofMillis(-3));
        assertThat(trips.p50()).contains(Duration.ZERO);
    }
}
