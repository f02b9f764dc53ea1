package sluice.risk;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Whether a venue shall cancel everything should it hear of us no more.
 *
 * <ol>
 *   <li>It is armed only where that is configured, and where the venue has such a switch for such a time.
 *   <li>It cancels whatever rests on the account, so it is armed only while every resting order is known to be ours.
 *   <li>A venue that closes hears nobody, so it is disarmed before a maintenance that is announced, and until it is
 *       over.
 *   <li>While the venue is not reconciled nothing is known: what is armed stays so, what is not is not armed.
 * </ol>
 */
public final class DeadMan {

    /** How long before the venue closes its switch is off. */
    public static final Duration AHEAD = Duration.ofMinutes(10);

    private DeadMan() {}

    /** What is to become of the switch. */
    public enum Standing {
        ARMED,
        /** As it is: nothing new is known. */
        AS_IT_IS,
        DISARMED
    }

    /** What is to become of the switch, and why; empty where it is to be armed. */
    public record Ruling(Standing standing, String why) {}

    /** For how long a silence a venue's switch can be set. */
    public record Range(Duration shortest, Duration longest) {

        boolean has(Duration window) {
            return window.compareTo(shortest) >= 0 && window.compareTo(longest) <= 0;
        }
    }

    /** From when until when a venue says it is closed. */
    public record Closing(Instant begins, Instant ends) {

        boolean isNear(Instant now) {
            return !now.isBefore(begins.minus(AHEAD)) && now.isBefore(ends);
        }
    }

    /**
     * How things stand at one venue.
     *
     * @param window configured; empty where no switch is wanted
     * @param range of the venue's own switch; empty where it has none
     * @param reconciled whether journal and venue are known to agree, and its private stream tells of what happens
     * @param others resting orders on the account that are not ours
     * @param closing the next maintenance that is announced
     */
    public record Case(
            Optional<Duration> window,
            Optional<Range> range,
            boolean reconciled,
            int others,
            Optional<Closing> closing) {}

    public static Ruling judge(Case at, Instant now) {
        if (at.window().isEmpty()) {
            return off("none is configured");
        }
        if (at.range().isEmpty()) {
            return off("the venue has none");
        }
        var range = at.range().get();
        if (!range.has(at.window().get())) {
            return off("the venue takes " + range.shortest().toSeconds() + " to "
                    + range.longest().toSeconds() + " s, not "
                    + at.window().get().toSeconds() + " s");
        }
        var closing = at.closing().filter(next -> next.isNear(now));
        if (closing.isPresent()) {
            return off("the venue announces maintenance from " + closing.get().begins() + " until "
                    + closing.get().ends());
        }
        if (at.others() > 0) {
            return off(at.others() + (at.others() == 1 ? " resting order is" : " resting orders are")
                    + " not ours, and it would cancel that too");
        }
        return at.reconciled()
                ? new Ruling(Standing.ARMED, "")
                : new Ruling(Standing.AS_IT_IS, "the venue is not reconciled yet");
    }

    private static Ruling off(String why) {
        return new Ruling(Standing.DISARMED, why);
    }
}
