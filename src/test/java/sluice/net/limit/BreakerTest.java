package sluice.net.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static sluice.net.limit.Breaker.State.CLOSED;
import static sluice.net.limit.Breaker.State.HALF_OPEN;
import static sluice.net.limit.Breaker.State.OPEN;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BreakerTest {

    private static final long MINUTE = Duration.ofSeconds(60).toNanos();

    private final Breaker breaker = new Breaker(Breaker.Settings.STANDARD);

    @Test
    void fiveFailuresInARowOpenIt() {
        fail(4, 0);
        assertThat(breaker.state(0)).isEqualTo(CLOSED);
        fail(1, 10);
        assertThat(breaker.state(10)).isEqualTo(OPEN);
        assertThat(breaker.ask(Lane.NEW, 11))
                .isEqualTo(new Verdict.WaitUntil(10 + MINUTE, "5 failures in a row, the last: HTTP 500"));
    }

    @Test
    void aSuccessInBetweenDoesNotLetThemAddUp() {
        fail(4, 0);
        breaker.succeeded();
        fail(4, 0);
        assertThat(breaker.ask(Lane.NEW, 0)).isEqualTo(new Verdict.Go());
    }

    @Test
    void afterItsTimeOneProbeGoes() {
        fail(5, 0);
        assertThat(breaker.state(MINUTE)).isEqualTo(HALF_OPEN);
        assertThat(breaker.ask(Lane.NEW, MINUTE)).isEqualTo(new Verdict.Go());
        assertThat(breaker.ask(Lane.NEW, MINUTE + 1)).isInstanceOf(Verdict.WaitUntil.class);
    }

    @Test
    void aProbeThatSucceedsClosesIt() {
        fail(5, 0);
        breaker.ask(Lane.NEW, MINUTE);
        breaker.succeeded();
        assertThat(breaker.state(MINUTE)).isEqualTo(CLOSED);
        assertThat(breaker.ask(Lane.NEW, MINUTE)).isEqualTo(new Verdict.Go());
    }

    @Test
    void aProbeThatFailsOpensItAgain() {
        fail(5, 0);
        breaker.ask(Lane.NEW, MINUTE);
        fail(1, MINUTE + 7);
        assertThat(breaker.state(MINUTE + 7)).isEqualTo(OPEN);
        assertThat(breaker.ask(Lane.NEW, MINUTE + 7))
                .isEqualTo(new Verdict.WaitUntil(2 * MINUTE + 7, "6 failures in a row, the last: HTTP 500"));
    }

    @Test
    void aProbeNeverHeardOfAgainIsFollowedByAnother() {
        fail(5, 0);
        breaker.ask(Lane.NEW, MINUTE);
        assertThat(breaker.ask(Lane.NEW, 2 * MINUTE - 1)).isInstanceOf(Verdict.WaitUntil.class);
        assertThat(breaker.ask(Lane.NEW, 2 * MINUTE)).isEqualTo(new Verdict.Go());
    }

    @Test
    void aFailureHeardLateDoesNotKeepItOpenLonger() {
        fail(5, 0);
        fail(3, MINUTE / 2);
        assertThat(breaker.state(MINUTE)).isEqualTo(HALF_OPEN);
    }

    @Test
    void aLaneThatMayProbeEarlyDoesSoWhileOthersWait() {
        var lenient = new Breaker(new Breaker.Settings(1, Duration.ofSeconds(60), Set.of(Lane.CANCEL)));
        lenient.failed("HTTP 500", 0);
        assertThat(lenient.ask(Lane.NEW, 1)).isInstanceOf(Verdict.WaitUntil.class);
        assertThat(lenient.ask(Lane.CANCEL, 1)).isEqualTo(new Verdict.Go());
        assertThat(lenient.ask(Lane.CANCEL, 2)).isInstanceOf(Verdict.WaitUntil.class);
        lenient.succeeded();
        assertThat(lenient.state(3)).isEqualTo(CLOSED);
    }

    private void fail(int times, long nanos) {
        for (int i = 0; i < times; i++) {
            breaker.failed("HTTP 500", nanos);
        }
    }
}
