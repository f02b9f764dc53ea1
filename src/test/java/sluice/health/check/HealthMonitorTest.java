package sluice.health.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sluice.health.alert.Notice;
import sluice.health.check.SimulatedTraffic.Trader;
import sluice.venue.FeedState;

class HealthMonitorTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private static List<String> raised(Traffic traffic) {
        return traffic.alerts.alerts().stream()
                .map(alert -> alert.alarm().key())
                .toList();
    }

    private static Check check(Traffic traffic, Measure measure) {
        return traffic.health().checks().stream()
                .filter(check -> check.measure() == measure)
                .findFirst()
                .orElseThrow();
    }

    /** A venue that trades as the simulator does, an order every so many seconds; never looked at while tuning. */
    @ParameterizedTest
    @CsvSource({"1, 31", "2, 32", "15, 33", "60, 34", "86400, 35", "86400, 36"})
    void latenciesThatRampUpByAHalfAlertWithinAMinuteWhateverIsTraded(long pace, long seed) {
        var trader = new Trader(Duration.ofSeconds(pace));
        var traffic = new SimulatedTraffic(seed, List.of(trader)).runs(Duration.ofMinutes(20));
        assertThat(trader.raised()).isEmpty();
        for (int i = 1; i <= 20; i++) {
            traffic.slows(1 + 0.5 * i / 20).runs(Duration.ofSeconds(1));
        }
        traffic.runs(Duration.ofSeconds(40));
        assertThat(trader.raised()).extracting(Notice::kind).contains("HEALTH_ROUND_TRIP");
    }

    @ParameterizedTest
    @CsvSource({"1, 41", "1, 42", "1, 43", "2, 44", "2, 45", "2, 46"})
    void twentyPointsMoreFadeAlertWithinAMinute(long pace, long seed) {
        var trader = new Trader(Duration.ofSeconds(pace));
        var traffic = new SimulatedTraffic(seed, List.of(trader)).runs(Duration.ofMinutes(20));
        assertThat(trader.raised()).isEmpty();
        traffic.fades(0.2).runs(MINUTE);
        assertThat(trader.raised()).extracting(Notice::kind).containsExactly("HEALTH_FILL_RATE");
    }

    @Test
    void anHourWithoutOrdersIsNoAlertNorIsTheFirstOneAfterIt() {
        var traders = Stream.of(1, 5, 20, 60)
                .map(pace -> new Trader(Duration.ofSeconds(pace)))
                .toList();
        new SimulatedTraffic(51, traders)
                .runs(Duration.ofHours(2))
                .runs(Duration.ofHours(1), false)
                .runs(Duration.ofHours(1));
        assertThat(traders).allSatisfy(trader -> assertThat(trader.raised()).isEmpty());
    }

    @Test
    void aCleanWeekAlertsAtMostOnceADayAndVenue() {
        var traffic = new Traffic(11, 0.5);
        for (int day = 0; day < 7; day++) {
            traffic.runs(Duration.ofDays(1), Duration.ofSeconds(10));
            var today = Instant.parse("2026-11-02T00:00:00Z").plus(Duration.ofDays(day));
            var byVenue = traffic.health().told().stream()
                    .filter(notice ->
                            notice.type() == Notice.Type.RAISED && !notice.at().isBefore(today))
                    .collect(Collectors.groupingBy(
                            notice -> notice.text().replaceAll(":.*", ""), Collectors.counting()));
            assertThat(byVenue.values()).allMatch(count -> count <= 1);
        }
    }

    @Test
    void whatIsNotKnownIsNotHealthyAndNoAlarm() {
        var traffic = new Traffic(1, 0).runs(MINUTE);
        assertThat(check(traffic, Measure.ORDER_LATENCY).level()).isEqualTo(Level.UNKNOWN);
        assertThat(traffic.health().level()).isEqualTo(Level.UNKNOWN);
        assertThat(raised(traffic)).isEmpty();
    }

    @Test
    void aPrivateStreamThatIsDownIsToldOfAndOverOnceItWasWellForAWhile() {
        var traffic = new Traffic(1, 0)
                .runs(MINUTE).stream(Traffic.ALPHA, FeedState.STALE).runs(Duration.ofSeconds(10));
        assertThat(raised(traffic)).containsExactly("PRIVATE_STREAM/alpha");
        traffic.stream(Traffic.ALPHA, FeedState.LIVE).runs(Duration.ofSeconds(20));
        assertThat(traffic.health().active()).hasSize(1);
        traffic.runs(Duration.ofSeconds(20));
        assertThat(traffic.health().active()).isEmpty();
        assertThat(traffic.health().told())
                .extracting(Notice::type)
                .containsExactly(Notice.Type.RAISED, Notice.Type.CLEARED);
    }

    @Test
    void aCheckSaysSinceWhenItIsAsItIs() {
        var traffic = new Traffic(1, 0).runs(MINUTE);
        var since = check(traffic, Measure.BOOKS).since();
        traffic.runs(MINUTE);
        assertThat(check(traffic, Measure.BOOKS).since()).isEqualTo(since);
    }
}
