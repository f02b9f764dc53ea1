package sluice.recovery.account;

import java.time.Duration;
import java.util.Optional;

/**
 * Something that reports show and that may be a lag of the venue, for as long as they go on showing it. Immutable.
 *
 * @param value what is shown; another value begins anew
 * @param times in how many reports in a row
 */
public record Suspicion(String value, int times, long firstNanos, long lastNanos) {

    private static final Duration WAIT = Duration.ofSeconds(30);
    private static final int LOOKS = 3;

    /** After one more report shows that; {@code before} is empty when the last one did not. */
    public static Suspicion next(Optional<Suspicion> before, String shown, long nanos) {
        return before.filter(known -> known.value.equals(shown))
                .map(known -> new Suspicion(shown, known.times + 1, known.firstNanos, nanos))
                .orElseGet(() -> new Suspicion(shown, 1, nanos, nanos));
    }

    /** Shown again, and no later report can be waited for any more. */
    public boolean lasts() {
        return times > 1 && lastNanos - firstNanos >= WAIT.toNanos();
    }

    /** Shown in that many looks in a row, whatever their distance. */
    public boolean isConfirmed() {
        return times >= LOOKS;
    }
}
