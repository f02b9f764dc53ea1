package sluice.health.check;

import java.time.Instant;
import java.util.Optional;
import sluice.market.VenueId;

/**
 * How one measure is now. Immutable.
 *
 * @param venue empty where it is the desk's own
 * @param value what was measured, for people; empty where nothing was
 * @param text what is wrong, or why it is not known; empty where it is well
 * @param since since when it is at this level
 */
public record Check(Measure measure, Optional<VenueId> venue, Level level, String value, String text, Instant since) {

    /** The measure, and where. */
    public String key() {
        return measure + venue.map(id -> "/" + id).orElse("");
    }

    /** The same at another time. */
    Check since(Instant begun) {
        return new Check(measure, venue, level, value, text, begun);
    }
}
