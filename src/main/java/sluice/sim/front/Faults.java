package sluice.sim.front;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The faults armed at one venue, as a machine: a front end asks at each occasion whether one happens now.
 *
 * <p>Confined to the simulator's thread. An older fault goes first, and each occasion uses up one count of one fault.
 */
public final class Faults {

    private final Set<FaultKind> supported;
    private final List<Armed> armed = new ArrayList<>();
    private int last;

    public Faults(Set<FaultKind> supported) {
        this.supported = Set.copyOf(supported);
    }

    public boolean supports(FaultKind kind) {
        return supported.contains(kind);
    }

    /**
     * Arms a fault from now on and names it; throws {@link IllegalArgumentException} where the venue cannot have it.
     */
    public String arm(Fault fault, Instant now) {
        if (!supports(fault.kind())) {
            throw new IllegalArgumentException(
                    "This venue's protocol has no place for " + fault.kind().wire() + ".");
        }
        var id = "F-" + ++last;
        armed.add(new Armed(id, fault, fault.lasting().map(now::plus), 0));
        return id;
    }

    /** Takes all faults back; what already happened stays happened. */
    public void clear() {
        armed.clear();
    }

    public List<Armed> list() {
        return List.copyOf(armed);
    }

    /** The fault of this kind that happens on this occasion, counted; one without a match happens on any. */
    public Optional<Fault> fire(FaultKind kind, Occasion occasion, Instant now) {
        return fire(kind, occasion, now, true);
    }

    /** As {@link #fire(FaultKind, Occasion, Instant)}, but only when the fault names this occasion. */
    public Optional<Fault> fireNamed(FaultKind kind, Occasion occasion, Instant now) {
        return fire(kind, occasion, now, false);
    }

    /** As {@link #fire(FaultKind, Occasion, Instant)}; a fault without a match happens only where {@code unmatched}. */
    public Optional<Fault> fire(FaultKind kind, Occasion occasion, Instant now, boolean unmatched) {
        for (int i = 0; i < armed.size(); i++) {
            var candidate = armed.get(i);
            if (candidate.fault().kind() == kind
                    && candidate.isLive(now)
                    && occasion.matches(candidate.fault(), unmatched)) {
                armed.set(i, candidate.firedAgain());
                return Optional.of(candidate.fault());
            }
        }
        return Optional.empty();
    }

    /** How long the condition still lasts, when one of this kind is in force. */
    public Optional<Duration> remaining(FaultKind kind, Instant now) {
        return armed.stream()
                .filter(candidate -> candidate.fault().kind() == kind && candidate.isLive(now))
                .flatMap(candidate -> candidate.until().stream())
                .map(end -> Duration.between(now, end))
                .findFirst();
    }

    /** Whether a condition of this kind that names no occasion is in force; asking does not count. */
    public boolean inForce(FaultKind kind, Instant now) {
        return armed.stream()
                .anyMatch(candidate -> candidate.fault().kind() == kind
                        && candidate.fault().match().isEmpty()
                        && candidate.isLive(now));
    }

    /** The sum of what the venue's clock is wrong by; the first reading counts as the fault's happening. */
    public Duration skew(Instant now) {
        var sum = Duration.ZERO;
        for (int i = 0; i < armed.size(); i++) {
            var candidate = armed.get(i);
            if (candidate.fault().kind() == FaultKind.CLOCK_SKEW && !candidate.isOver(now)) {
                sum = sum.plus(candidate.fault().millis("ms", Duration.ofSeconds(-5)));
                armed.set(i, candidate.fired() == 0 ? candidate.firedAgain() : candidate);
            }
        }
        return sum;
    }
}
