package sluice.health.change;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Samples of one stretch of time, as sums. Immutable. */
record Stretch(int count, double sum, double likelier, Optional<Instant> from) {

    static final Stretch EMPTY = new Stretch(0, 0, 0, Optional.empty());

    Stretch plus(double sample, double more, Instant at) {
        return new Stretch(count + 1, sum + sample, likelier + more, from.or(() -> Optional.of(at)));
    }

    double mean() {
        return count == 0 ? 0 : sum / count;
    }

    /** Whether there is something in it, and it has lasted so long. */
    boolean isOver(Duration length, Instant now) {
        return from.filter(begun -> !begun.plus(length).isAfter(now)).isPresent();
    }
}
