package sluice.health.alert;

import java.time.Instant;
import java.util.Optional;

/**
 * An alarm as it stands. Immutable.
 *
 * @param count how often it was raised
 * @param cleared when what it is about was over; empty while it lasts, and for what only happened
 * @param acked when an operator acknowledged it
 */
public record Alert(
        long id,
        Alarm alarm,
        Instant since,
        Instant last,
        long count,
        Optional<Instant> cleared,
        Optional<Instant> acked) {

    /** One that has just begun to stand. */
    public static Alert raised(long id, Alarm alarm, Instant now) {
        return new Alert(id, alarm, now, now, 1, Optional.empty(), Optional.empty());
    }

    /** How it stands, in one word. */
    public enum State {
        ACTIVE,
        ACKNOWLEDGED,
        OVER
    }

    public State state() {
        if (cleared.isPresent()) {
            return State.OVER;
        }
        return acked.isPresent() ? State.ACKNOWLEDGED : State.ACTIVE;
    }

    /** What an operator calls it. */
    public String name() {
        return name(id);
    }

    /** What an operator calls the one of this number. */
    public static String name(long id) {
        return "A-" + id;
    }

    /** Raised once more; what lasts is counted only when it comes back. */
    public Alert again(Alarm other, Instant now) {
        var more = other.lasting() && cleared.isEmpty() ? count : count + 1;
        return new Alert(id, other, since, now, more, Optional.empty(), acked);
    }

    /** What it is about is over. */
    public Alert cleared(Instant now) {
        return new Alert(id, alarm, since, last, count, Optional.of(now), acked);
    }

    /** An operator knows of it; the first time counts. */
    public Alert acked(Instant now) {
        return new Alert(id, alarm, since, last, count, cleared, acked.or(() -> Optional.of(now)));
    }
}
