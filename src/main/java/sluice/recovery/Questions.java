package sluice.recovery;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import sluice.venue.Manifest;

/**
 * When an order in doubt is asked about next: no more often than helps, and never so late that absence is proven later
 * than the venue's manifest allows.
 *
 * <ol>
 *   <li>While no answer counts, again soon, and then ever later.
 *   <li>From the first answer that does not know the order: once a read must show what the venue had accepted by then,
 *       once half way, and once when the answers have gone on for long enough. What is asked between changes nothing.
 *   <li>Every question is put on a whole second from then on, so that all that is unclear at a venue is asked at once.
 * </ol>
 */
public final class Questions {

    private static final List<Duration> PAUSES = List.of(
            Duration.ofMillis(50),
            Duration.ofMillis(200),
            Duration.ofMillis(500),
            Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            Duration.ofSeconds(5),
            Duration.ofSeconds(10));

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private Questions() {}

    /** How long after a question the next follows, as long as that one brings nothing; {@code asked} are before it. */
    public static Duration unanswered(int asked) {
        return PAUSES.get(Math.min(asked, PAUSES.size() - 1));
    }

    /**
     * When to ask again after an answer that did not know the order, on the monotonic clock that counts its absence.
     */
    public static long afterNotFound(Absence absence, int asked, Manifest manifest) {
        var span = manifest.absenceProof();
        if (absence.count() == 0 || span.isEmpty() || absence.proves(manifest)) {
            return whole(absence.lastNanos(), unanswered(asked));
        }
        var soonest = absence.lastNanos() + SECOND;
        return Stream.of(manifest.answers().lag(), span.get().dividedBy(2), span.get())
                .map(after -> whole(absence.firstNanos(), after))
                .filter(at -> at - soonest >= 0)
                .min(Long::compare)
                .orElse(soonest);
    }

    private static long whole(long nanos, Duration after) {
        var at = nanos + after.toNanos();
        return after.toNanos() < SECOND ? at : at + Math.floorMod(-at, SECOND);
    }
}
