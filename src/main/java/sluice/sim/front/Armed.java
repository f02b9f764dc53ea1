package sluice.sim.front;

import java.time.Instant;
import java.util.Optional;

/** A fault that has been asked for, and how often it has happened. Immutable. */
public record Armed(String id, Fault fault, Optional<Instant> until, int fired) {

    boolean isLive(Instant now) {
        return fired < fault.limit() && !isOver(now);
    }

    boolean isOver(Instant now) {
        return until.filter(end -> !now.isBefore(end)).isPresent();
    }

    Armed firedAgain() {
        return new Armed(id, fault, until, fired + 1);
    }
}
