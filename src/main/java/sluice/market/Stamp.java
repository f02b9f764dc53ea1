package sluice.market;

import java.time.Duration;
import java.time.Instant;

/** One moment on both clocks: the wall's, to say when, and the monotonic one, to measure by. Immutable. */
public record Stamp(Instant at, long nanos) {

    /** How far from the other by the wall's clock: the monotonic one of another process began elsewhere. */
    public Duration apart(Stamp other) {
        return Duration.between(other.at, at).abs();
    }
}
