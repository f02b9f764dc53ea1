package sluice.net.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private static final long MS = 1_000_000;

    @Property(tries = 200)
    void theFirstRetryComesWithinFiftyMillisecondsAndEachLaterOneWithinTwiceAsLong(@ForAll long seed) {
        var backoff = backoff(seed);
        long now = 1_000;
        for (int tries = 0; tries < 20; tries++) {
            long ceiling = Math.min(50 * MS << tries, 30_000 * MS);
            long retry = backoff.next(now);
            assertThat(retry - now).isBetween(0L, ceiling);
            now = retry;
        }
    }

    @Test
    void retriesAreSpreadOverTheWholeOfTheirTime() {
        var delays =
                LongStream.range(0, 1_000).map(seed -> backoff(seed).next(0)).summaryStatistics();
        assertThat(delays.getMin()).isLessThan(5 * MS);
        assertThat(delays.getMax()).isGreaterThan(45 * MS);
        assertThat(delays.getAverage()).isBetween(22.0 * MS, 28.0 * MS);
    }

    @Test
    void theSameSeedRetriesAtTheSameTimes() {
        assertThat(backoff(7).next(5)).isEqualTo(backoff(7).next(5));
    }

    @Test
    void aConnectionThatLastedBeginsAnew() {
        var backoff = backoff(1);
        fail(backoff, 12);
        backoff.connected(0);
        assertThat(backoff.next(Duration.ofSeconds(60).toNanos()))
                .isLessThanOrEqualTo(Duration.ofSeconds(60).toNanos() + 50 * MS);
    }

    @Test
    void oneThatDidNotLastCountsAsATry() {
        var flapping = backoff(1);
        var failing = backoff(1);
        fail(flapping, 12);
        fail(failing, 12);
        flapping.connected(0);
        long lost = Duration.ofSeconds(59).toNanos();
        assertThat(flapping.next(lost)).isEqualTo(failing.next(lost));
    }

    @Test
    void nothingIsTriedBeforeABanIsOver() {
        var backoff = backoff(3);
        backoff.notBefore(Duration.ofMinutes(2).toNanos());
        backoff.notBefore(Duration.ofMinutes(1).toNanos());
        assertThat(backoff.next(0)).isEqualTo(Duration.ofMinutes(2).toNanos());
        assertThat(backoff.next(Duration.ofMinutes(3).toNanos()))
                .isGreaterThanOrEqualTo(Duration.ofMinutes(3).toNanos());
    }

    private static void fail(Backoff backoff, int times) {
        for (int i = 0; i < times; i++) {
            backoff.next(0);
        }
    }

    private static Backoff backoff(long seed) {
        return new Backoff(Backoff.Settings.STANDARD, new SplittableRandom(seed));
    }
}
