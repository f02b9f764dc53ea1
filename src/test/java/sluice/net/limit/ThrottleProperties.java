package sluice.net.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import sluice.market.Stamp;

class ThrottleProperties {

    private static final long MS = 1_000_000;
    private static final Instant START = Instant.parse("2026-01-05T09:00:00Z");
    private static final Duration SLACK = Duration.ofMillis(300);

    /** A request as it arrives at the venue, on the venue's clock. */
    private record Arrival(long nanos, Cost cost) {}

    /** Requests are up to 200 ms on their way, and our idea of the venue's clock is up to 100 ms off. */
    @Property(tries = 150)
    void noWindowOfTheVenuesEverHoldsMoreThanItsLimit(
            @ForAll long seed, @ForAll boolean aligned, @ForAll @IntRange(min = -100, max = 100) int offMillis) {
        var random = new SplittableRandom(seed);
        var limits = List.of(
                new Limit("W", Limit.Counts.WEIGHT, 60, Duration.ofSeconds(10), aligned),
                new Limit("R", Limit.Counts.REQUESTS, 30, Duration.ofSeconds(3), !aligned),
                new Limit("O", Limit.Counts.ORDERS, 8, Duration.ofSeconds(2), aligned));
        var throttle = new Throttle(limits, new Throttle.Settings(0.30, 0.10, SLACK));
        var arrivals = new ArrayList<Arrival>();
        long nanos = 0;
        for (int i = 0; i < 600; i++) {
            nanos += (long) (random.nextDouble() * random.nextDouble() * 300 * MS);
            var lane = Lane.values()[random.nextInt(3)];
            var cost = lane == Lane.NEW ? new Cost(1, 1) : Cost.weight(1 + random.nextInt(10));
            if (throttle.ask(lane, cost, stamp(nanos), Duration.ofMillis(offMillis)) instanceof Verdict.Go) {
                arrivals.add(new Arrival(nanos + (long) (random.nextDouble() * 200 * MS), cost));
            }
        }
        assertThat(arrivals).hasSizeGreaterThan(40);
        limits.forEach(limit -> assertNeverOver(limit, arrivals));
    }

    @Property(tries = 150)
    void whoWaitsAsToldMayGo(@ForAll long seed, @ForAll boolean aligned) {
        var random = new SplittableRandom(seed);
        var limit = new Limit("W", Limit.Counts.WEIGHT, 60, Duration.ofSeconds(10), aligned);
        var throttle = new Throttle(List.of(limit), new Throttle.Settings(0.30, 0.10, SLACK));
        long nanos = 0;
        for (int i = 0; i < 200; i++) {
            var lane = Lane.values()[random.nextInt(3)];
            var cost = Cost.weight(1 + random.nextInt(20));
            if (throttle.ask(lane, cost, stamp(nanos), Duration.ZERO) instanceof Verdict.WaitUntil wait) {
                assertThat(wait.nanos()).isGreaterThan(nanos);
                assertThat(throttle.ask(lane, cost, stamp(wait.nanos() - 1), Duration.ZERO))
                        .isInstanceOf(Verdict.WaitUntil.class);
                nanos = wait.nanos();
                assertThat(throttle.ask(lane, cost, stamp(nanos), Duration.ZERO))
                        .isEqualTo(new Verdict.Go());
            }
            nanos += random.nextInt(500) * MS;
        }
    }

    /** Counts as the venue would. */
    private static void assertNeverOver(Limit limit, List<Arrival> arrivals) {
        var sorted = new ArrayList<>(arrivals);
        sorted.sort(Comparator.comparingLong(Arrival::nanos));
        long window = limit.window().toNanos();
        var inside = new ArrayDeque<Arrival>();
        int sum = 0;
        for (var arrival : sorted) {
            long from =
                    limit.aligned() ? Math.floorDiv(arrival.nanos(), window) * window : arrival.nanos() - window + 1;
            while (!inside.isEmpty() && inside.peekFirst().nanos() < from) {
                sum -= inside.removeFirst().cost().of(limit);
            }
            inside.add(arrival);
            sum += arrival.cost().of(limit);
            assertThat(sum).as(limit.name()).isLessThanOrEqualTo(limit.capacity());
        }
    }

    /** The start is a multiple of every window, so that zero is the beginning of one. */
    private static Stamp stamp(long nanos) {
        return new Stamp(START.plusNanos(nanos), nanos);
    }
}
