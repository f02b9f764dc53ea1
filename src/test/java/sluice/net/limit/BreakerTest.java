package sluice.net.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static sluice.venue.LinkHealth.State.CLOSED;
import static sluice.venue.LinkHealth.State.HALF_OPEN;
import static sluice.venue.LinkHealth.State.OPEN;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import sluice.venue.LinkHealth;
import sluice.venue.LinkHealth.Cause;

class BreakerTest {

    private static final long MINUTE = Duration.ofSeconds(60).toNanos();
    private static final long TEN_SECONDS = Duration.ofSeconds(10).toNanos();
    private static final Verdict GO = new Verdict.Go();

    private final Breaker breaker = new Breaker(Breaker.Settings.STANDARD);

    @Test
    void fiveFailuresInARowOpenIt() {
        fail(4, 0);
        assertThat(breaker.look(0)).isEqualTo(LinkHealth.Breaker.CLOSED);
        fail(1, 10);
        assertThat(breaker.look(10))
                .isEqualTo(new LinkHealth.Breaker(
                        OPEN, Optional.of(Cause.ERROR_RATE), "5 failures in a row, the last: HTTP 500"));
        assertThat(breaker.ask(Lane.NEW, 11))
                .isEqualTo(new Verdict.WaitUntil(10 + MINUTE, "5 failures in a row, the last: HTTP 500"));
        assertThat(breaker.turnsNanos(11)).hasValue(10 + MINUTE);
    }

    @Test
    void aSuccessInBetweenDoesNotLetThemAddUp() {
        fail(4, 0);
        answer(Lane.QUERY, 0);
        fail(4, 0);
        assertThat(breaker.ask(Lane.NEW, 0)).isEqualTo(GO);
    }

    @Test
    void halfOfTheLastRequestsFailingOpensItThoughNoneFollowedAnother() {
        for (int i = 0; i < 10; i++) {
            assertThat(state(0)).isEqualTo(CLOSED);
            answer(Lane.QUERY, 0);
            fail(1, 0);
        }
        assertThat(breaker.look(0))
                .isEqualTo(new LinkHealth.Breaker(
                        OPEN, Optional.of(Cause.ERROR_RATE), "10 of the last 20 requests failed, the last: HTTP 500"));
        answer(Lane.QUERY, 1);
        assertThat(state(1)).isEqualTo(OPEN);
    }

    @Test
    void afterItsTimeOneQueryTriesAndAnOrderWaits() {
        fail(5, 0);
        assertThat(state(MINUTE)).isEqualTo(HALF_OPEN);
        assertThat(breaker.ask(Lane.NEW, MINUTE)).isInstanceOf(Verdict.WaitUntil.class);
        assertThat(leave(Lane.QUERY, MINUTE)).isEqualTo(GO);
        assertThat(leave(Lane.QUERY, MINUTE + 1)).isInstanceOf(Verdict.WaitUntil.class);
    }

    @Test
    void aProbeThatSucceedsClosesIt() {
        fail(5, 0);
        leave(Lane.QUERY, MINUTE);
        answer(Lane.QUERY, MINUTE);
        assertThat(breaker.look(MINUTE)).isEqualTo(LinkHealth.Breaker.CLOSED);
        assertThat(breaker.ask(Lane.NEW, MINUTE)).isEqualTo(GO);
    }

    @Test
    void aProbeThatFailsOpensItAgain() {
        fail(5, 0);
        leave(Lane.QUERY, MINUTE);
        fail(1, MINUTE + 7);
        assertThat(breaker.ask(Lane.NEW, MINUTE + 7))
                .isEqualTo(new Verdict.WaitUntil(2 * MINUTE + 7, "6 failures in a row, the last: HTTP 500"));
    }

    @Test
    void aProbeNeverHeardOfAgainIsFollowedByAnother() {
        fail(5, 0);
        leave(Lane.QUERY, MINUTE);
        assertThat(leave(Lane.QUERY, 2 * MINUTE - 1)).isInstanceOf(Verdict.WaitUntil.class);
        assertThat(leave(Lane.QUERY, 2 * MINUTE)).isEqualTo(GO);
    }

    @Test
    void aFailureHeardLateDoesNotKeepItOpenLonger() {
        fail(5, 0);
        fail(3, MINUTE / 2);
        assertThat(state(MINUTE)).isEqualTo(HALF_OPEN);
    }

    @Test
    void aCancelPassesWhateverOpenedItAndItsAnswerIsAProbes() {
        fail(5, 0);
        assertThat(leave(Lane.CANCEL, 1)).isEqualTo(GO);
        assertThat(leave(Lane.CANCEL, 2)).isEqualTo(GO);
        answer(Lane.CANCEL, 3);
        assertThat(state(3)).isEqualTo(CLOSED);
    }

    @Test
    void tooManyUnknownOutcomesHoldNewOrdersBackAndNoQuery() {
        for (int i = 0; i < 16; i++) {
            answer(Lane.NEW, 0);
        }
        lose(4, 0);

        assertThat(breaker.look(0))
                .isEqualTo(new LinkHealth.Breaker(
                        OPEN,
                        Optional.of(Cause.UNKNOWN_RATE),
                        "4 of the last 20 order requests came to nobody knows what"));
        assertThat(breaker.ask(Lane.NEW, 1)).isInstanceOf(Verdict.WaitUntil.class);
        assertThat(breaker.ask(Lane.QUERY, 1)).isEqualTo(GO);
        answer(Lane.NEW, 2);
        assertThat(state(2)).as("an order that was on its way").isEqualTo(OPEN);
        assertThat(leave(Lane.NEW, MINUTE)).isEqualTo(GO);
        assertThat(leave(Lane.NEW, MINUTE)).isInstanceOf(Verdict.WaitUntil.class);
        answer(Lane.NEW, MINUTE + 1);
        assertThat(state(MINUTE + 1)).isEqualTo(CLOSED);
    }

    @Test
    void slowAnswersOpenItUntilOneIsQuick() {
        for (int i = 0; i < 20; i++) {
            breaker.heard(new Breaker.Seen(Lane.NEW, Optional.empty(), false, Duration.ofSeconds(3)), 0);
        }
        assertThat(breaker.look(0).cause()).contains(Cause.LATENCY);
        answer(Lane.CANCEL, MINUTE);
        assertThat(state(MINUTE)).isEqualTo(CLOSED);
    }

    @Test
    void tenRejectionsInTheSameWordsHoldOrdersBackForTenSecondsAndThenOneTries() {
        reject(9, "-2010: no money", 0);
        assertThat(state(0)).isEqualTo(CLOSED);
        reject(1, "-2010: no money", 0);

        assertThat(breaker.look(1))
                .isEqualTo(new LinkHealth.Breaker(
                        OPEN, Optional.of(Cause.REJECT_RATE), "the last 10 orders were all rejected: -2010: no money"));
        assertThat(breaker.ask(Lane.NEW, 1)).isInstanceOf(Verdict.WaitUntil.class);
        assertThat(breaker.ask(Lane.QUERY, 1)).isEqualTo(GO);
        assertThat(leave(Lane.NEW, TEN_SECONDS)).isEqualTo(GO);
        assertThat(leave(Lane.NEW, TEN_SECONDS)).isInstanceOf(Verdict.WaitUntil.class);
        reject(1, "-2010: no money", TEN_SECONDS);
        assertThat(state(TEN_SECONDS)).isEqualTo(OPEN);
    }

    @Test
    void rejectionsInOtherWordsOrAnAcceptedOrderBeginAnew() {
        reject(9, "-2010: no money", 0);
        reject(1, "-1013: filter", 0);
        reject(9, "-2010: no money", 0);
        breaker.accepted();
        reject(9, "-2010: no money", 0);
        assertThat(state(0)).isEqualTo(CLOSED);
    }

    @Test
    void aPrivateStreamDownTooLongIsToldUntilItIsUp() {
        breaker.streaming(false, 5);
        breaker.streaming(false, TEN_SECONDS);
        assertThat(state(TEN_SECONDS)).isEqualTo(CLOSED);
        assertThat(breaker.turnsNanos(TEN_SECONDS)).hasValue(TEN_SECONDS + 5);
        assertThat(breaker.look(TEN_SECONDS + 5).cause()).contains(Cause.STALENESS);
        assertThat(breaker.ask(Lane.NEW, TEN_SECONDS + 5)).isEqualTo(GO);
        breaker.streaming(true, TEN_SECONDS + 6);
        assertThat(state(TEN_SECONDS + 6)).isEqualTo(CLOSED);
    }

    @Test
    void ofTwoCausesTheGraverIsShownAndBothHaveToEnd() {
        reject(10, "no", 0);
        fail(5, 0);
        assertThat(breaker.look(0).cause()).contains(Cause.ERROR_RATE);
        answer(Lane.QUERY, 1);
        assertThat(breaker.look(1).cause()).contains(Cause.REJECT_RATE);
        breaker.accepted();
        assertThat(state(1)).isEqualTo(CLOSED);
    }

    @ParameterizedTest
    @EnumSource(Lane.class)
    void aClosedOneLetsEverythingPass(Lane lane) {
        assertThat(breaker.ask(lane, 0)).isEqualTo(GO);
    }

    private LinkHealth.State state(long nanos) {
        return breaker.look(nanos).state();
    }

    private Verdict leave(Lane lane, long nanos) {
        var verdict = breaker.ask(lane, nanos);
        if (verdict.equals(GO)) {
            breaker.left(lane, nanos);
        }
        return verdict;
    }

    private void answer(Lane lane, long nanos) {
        breaker.heard(new Breaker.Seen(lane, Optional.empty(), false, Duration.ofMillis(40)), nanos);
    }

    private void fail(int times, long nanos) {
        for (int i = 0; i < times; i++) {
            breaker.heard(new Breaker.Seen(Lane.QUERY, Optional.of("HTTP 500"), false, Duration.ZERO), nanos);
        }
    }

    /** Answered, with a word that says nothing. */
    private void lose(int times, long nanos) {
        for (int i = 0; i < times; i++) {
            breaker.heard(new Breaker.Seen(Lane.NEW, Optional.empty(), true, Duration.ofMillis(40)), nanos);
        }
    }

    private void reject(int times, String words, long nanos) {
        for (int i = 0; i < times; i++) {
            breaker.rejected(words, nanos);
        }
    }
}
