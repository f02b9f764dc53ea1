package sluice.simulation;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;

/** Seeded chance. Each part of a simulation has dice of its own, so that one does not disturb the other. */
record Dice(SplittableRandom random) {

    static Dice of(long seed) {
        return new Dice(new SplittableRandom(seed));
    }

    Dice split() {
        return new Dice(random.split());
    }

    boolean chance(double odds) {
        return random.nextDouble() < odds;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    long nanos(Duration from, Duration to) {
        return from.toNanos() + random.nextLong(to.toNanos() - from.toNanos() + 1);
    }

    long millis(long from, long to) {
        return nanos(Duration.ofMillis(from), Duration.ofMillis(to));
    }

    /** Waiting times of things that happen so often on average. */
    long around(Duration mean) {
        return (long) (-Math.log(1 - random.nextDouble()) * mean.toNanos());
    }

    <T> T pick(List<T> from) {
        return from.get(below(from.size()));
    }
}
