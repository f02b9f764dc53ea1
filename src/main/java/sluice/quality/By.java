package sluice.quality;

import java.time.ZoneOffset;
import java.util.Locale;

/** What figures are told apart by. */
public enum By {
    VENUE,
    TYPE,
    /** The hour of the day, UTC, in which the parent began. */
    HOUR,
    /** How the market behaved when the parent began. */
    REGIME;

    String name(Bucket bucket) {
        return switch (this) {
            case VENUE -> bucket.venue().name();
            case TYPE -> bucket.type().name();
            case HOUR ->
                String.format(
                        Locale.ROOT,
                        "%02d",
                        bucket.hour().atOffset(ZoneOffset.UTC).getHour());
            case REGIME -> bucket.regime().name();
        };
    }
}
