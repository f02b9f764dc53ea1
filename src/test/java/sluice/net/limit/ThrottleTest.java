package sluice.net.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import sluice.market.Stamp;

class ThrottleTest {

    private static final Instant NINE = Instant.parse("2026-01-05T09:00:00Z");
    private static final Duration NO_OFFSET = Duration.ZERO;
    private static final Cost ONE = Cost.weight(1);
    private static final Limit PER_MINUTE = new Limit("1M", Limit.Counts.WEIGHT, 100, Duration.ofMinutes(1), true);
    private static final Limit RAW = new Limit("RAW", Limit.Counts.REQUESTS, 10, Duration.ofSeconds(10), false);
    private static final Limit ORDERS = new Limit("10S", Limit.Counts.ORDERS, 5, Duration.ofSeconds(10), true);

    @Test
    void aWindowThatIsUsedUpIsWaitedOutByTheVenuesClock() {
        var throttle = throttle(0, PER_MINUTE);
        assertThat(spend(throttle, Lane.CANCEL, 20)).isEqualTo(100);
        assertThat(throttle.ask(Lane.CANCEL, ONE, at(20), Duration.ofSeconds(10)))
                .isEqualTo(new Verdict.WaitUntil(at(50).nanos(), "1M is used up"));
        assertThat(throttle.ask(Lane.CANCEL, ONE, at(50), Duration.ofSeconds(10)))
                .isEqualTo(new Verdict.Go());
    }

    @Test
    void aRequestNearABoundaryCountsInBothWindows() {
        var throttle = throttle(500, PER_MINUTE);
        assertThat(throttle.ask(Lane.CANCEL, Cost.weight(60), at(59.6), NO_OFFSET))
                .isEqualTo(new Verdict.Go());
        assertThat(throttle.ask(Lane.CANCEL, Cost.weight(60), at(60), NO_OFFSET))
                .isEqualTo(new Verdict.WaitUntil(at(120.5).nanos(), "1M is used up"));
    }

    @Test
    void aSlidingWindowGivesBackWhatWasSpentOneByOne() {
        var throttle = throttle(0, RAW);
        for (int second = 0; second < 10; second++) {
            assertThat(throttle.ask(Lane.CANCEL, ONE, at(second * 0.5), NO_OFFSET))
                    .isEqualTo(new Verdict.Go());
        }
        assertThat(throttle.ask(Lane.CANCEL, ONE, at(6), NO_OFFSET))
                .isEqualTo(new Verdict.WaitUntil(at(10).nanos(), "RAW is used up"));
        assertThat(throttle.ask(Lane.CANCEL, ONE, at(10), NO_OFFSET)).isEqualTo(new Verdict.Go());
        assertThat(throttle.ask(Lane.CANCEL, ONE, at(10), NO_OFFSET)).isInstanceOf(Verdict.WaitUntil.class);
    }

    @Test
    void cancelsGoWhereQueriesAndNewOrdersNoLongerDo() {
        var throttle = throttle(0, PER_MINUTE);
        assertThat(spend(throttle, Lane.NEW, 1)).isEqualTo(60);
        assertThat(spend(throttle, Lane.QUERY, 1)).isEqualTo(10);
        assertThat(spend(throttle, Lane.CANCEL, 1)).isEqualTo(30);
    }

    @Test
    void limitsOnOrdersAreForNewOrdersAlone() {
        var throttle = throttle(0, ORDERS);
        for (int i = 0; i < 5; i++) {
            assertThat(throttle.ask(Lane.NEW, new Cost(1, 1), at(1), NO_OFFSET)).isEqualTo(new Verdict.Go());
        }
        assertThat(throttle.ask(Lane.NEW, new Cost(1, 1), at(1), NO_OFFSET)).isInstanceOf(Verdict.WaitUntil.class);
        assertThat(throttle.ask(Lane.CANCEL, ONE, at(1), NO_OFFSET)).isEqualTo(new Verdict.Go());
    }

    @Test
    void ofSeveralLimitsTheSlowestDecidesAndNothingIsSpentMeanwhile() {
        var throttle = throttle(0, PER_MINUTE, RAW);
        throttle.ask(Lane.CANCEL, Cost.weight(99), at(1), NO_OFFSET);
        for (int i = 0; i < 50; i++) {
            assertThat(throttle.ask(Lane.CANCEL, Cost.weight(2), at(1), NO_OFFSET))
                    .isEqualTo(new Verdict.WaitUntil(at(60).nanos(), "1M is used up"));
        }
        assertThat(throttle.ask(Lane.CANCEL, ONE, at(1), NO_OFFSET)).isEqualTo(new Verdict.Go());
    }

    @Test
    void whatCanNeverGoIsRefused() {
        assertThat(throttle(0, PER_MINUTE).ask(Lane.QUERY, Cost.weight(71), at(1), NO_OFFSET))
                .isEqualTo(new Verdict.Refused("costs 71, over the 70 of 1M"));
    }

    @Test
    void theVenuesCountIsBelievedWhereItIsHigher() {
        var throttle = throttle(0, PER_MINUTE);
        throttle.ask(Lane.CANCEL, Cost.weight(10), at(1), NO_OFFSET);
        throttle.observe("1M", 90, Duration.ofMillis(50), at(2), NO_OFFSET);
        throttle.observe("1M", 5, Duration.ofMillis(50), at(2), NO_OFFSET);
        throttle.observe("2M", 100, Duration.ofMillis(50), at(2), NO_OFFSET);
        assertThat(throttle.budget(at(2), NO_OFFSET).used()).isEqualTo(0.9);
        assertThat(spend(throttle, Lane.CANCEL, 2)).isEqualTo(10);
    }

    @Test
    void aCountThatMayBeOfTheWindowBeforeIsLeftAlone() {
        var throttle = throttle(0, PER_MINUTE);
        throttle.observe("1M", 100, Duration.ofSeconds(3), at(61), NO_OFFSET);
        assertThat(throttle.budget(at(61), NO_OFFSET).used()).isZero();
    }

    @Test
    void aSlidingLimitTakesTheVenuesCountToo() {
        var throttle = throttle(0, RAW);
        throttle.observe("RAW", 9, Duration.ofMillis(50), at(1), NO_OFFSET);
        assertThat(throttle.ask(Lane.CANCEL, ONE, at(1), NO_OFFSET)).isEqualTo(new Verdict.Go());
        assertThat(throttle.ask(Lane.CANCEL, ONE, at(1), NO_OFFSET)).isInstanceOf(Verdict.WaitUntil.class);
    }

    @Test
    void aPauseTheVenueAskedForHoldsForAllLanes() {
        var throttle = throttle(0, PER_MINUTE);
        throttle.penalise(Duration.ofSeconds(7), at(1));
        throttle.penalise(Duration.ofSeconds(2), at(1));
        assertThat(throttle.ask(Lane.CANCEL, ONE, at(3), NO_OFFSET))
                .isEqualTo(new Verdict.WaitUntil(at(8).nanos(), "the venue asked for a pause"));
        assertThat(throttle.ask(Lane.CANCEL, ONE, at(8), NO_OFFSET)).isEqualTo(new Verdict.Go());
    }

    @Test
    void aLimitTheVenueChangesKeepsItsCount() {
        var throttle = throttle(0, PER_MINUTE);
        throttle.ask(Lane.CANCEL, Cost.weight(40), at(1), NO_OFFSET);
        throttle.adopt(List.of(new Limit("1M", Limit.Counts.WEIGHT, 50, Duration.ofMinutes(1), true), RAW));
        assertThat(throttle.ask(Lane.CANCEL, Cost.weight(11), at(1), NO_OFFSET))
                .isEqualTo(new Verdict.WaitUntil(at(60).nanos(), "1M is used up"));
        assertThat(throttle.budget(at(1), NO_OFFSET).used()).isEqualTo(0.8);
    }

    private static int spend(Throttle throttle, Lane lane, double second) {
        int spent = 0;
        while (throttle.ask(lane, ONE, at(second), NO_OFFSET) instanceof Verdict.Go) {
            spent++;
        }
        return spent;
    }

    private static Throttle throttle(int slackMillis, Limit... limits) {
        return new Throttle(List.of(limits), new Throttle.Settings(0.30, 0.10, Duration.ofMillis(slackMillis)));
    }

    private static Stamp at(double second) {
        long nanos = (long) (second * 1_000_000_000);
        return new Stamp(NINE.plusNanos(nanos), 77_000_000_000L + nanos);
    }

    @Test
    void aLimitOfAGroupCountsThatGroupAloneAndInFull() {
        var throttle = throttle(0, Limit.requests("create", 2, Duration.ofSeconds(1)));

        assertThat(throttle.ask(Lane.NEW, new Cost(1, 1, "create"), at(1), NO_OFFSET))
                .isEqualTo(new Verdict.Go());
        assertThat(throttle.ask(Lane.NEW, new Cost(1, 1, "create"), at(1), NO_OFFSET))
                .isEqualTo(new Verdict.Go());
        assertThat(throttle.ask(Lane.NEW, new Cost(1, 1, "create"), at(1), NO_OFFSET))
                .isInstanceOf(Verdict.WaitUntil.class);
        assertThat(throttle.ask(Lane.NEW, new Cost(1, 1, "amend"), at(1), NO_OFFSET))
                .isEqualTo(new Verdict.Go());
    }
}
