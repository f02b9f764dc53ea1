package sluice.recovery;

import java.time.Duration;
import sluice.venue.Lookup;
import sluice.venue.Manifest;

/**
 * For how long a venue has kept answering that it does not know an order. Immutable.
 *
 * <p>One such answer proves nothing, since venues lag behind themselves. Several, spaced and spanning the venue's grace
 * and its lag, do: unless the order showed up anywhere, or the private feed was down meanwhile, or its list of open
 * orders leaves some out. A failed question is no answer.
 *
 * @param count not-found answers in a row
 * @param firstNanos of the first of them; meaningless when there is none
 */
public record Absence(int count, long firstNanos, long lastNanos) {

    public static final Absence NONE = new Absence(0, 0, 0);

    private static final int ENOUGH = 3;
    private static final long APART = Duration.ofSeconds(1).toNanos();

    public Absence after(Lookup lookup, long nanos) {
        if (lookup instanceof Lookup.Found) {
            return NONE;
        }
        if (lookup instanceof Lookup.Failed) {
            return this;
        }
        if (lookup instanceof Lookup.NotFound) {
            return notFound(nanos);
        }
        throw new AssertionError(lookup);
    }

    /** The order may have shown itself unseen: the private feed was down. */
    public Absence interrupted() {
        return NONE;
    }

    /** Whether the venue's answers have gone on for as long as its manifest wants. */
    public boolean proves(Manifest manifest) {
        return count >= ENOUGH
                && manifest.absenceProof()
                        .filter(span -> lastNanos - firstNanos >= span.toNanos())
                        .isPresent();
    }

    private Absence notFound(long nanos) {
        if (count == 0) {
            return new Absence(1, nanos, nanos);
        }
        return nanos - lastNanos < APART ? this : new Absence(count + 1, firstNanos, nanos);
    }
}
