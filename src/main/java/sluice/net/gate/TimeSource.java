package sluice.net.gate;

import java.time.Instant;
import sluice.net.text.Fields;

/** Where a venue is asked for its time. Pure. */
public interface TimeSource {

    Ask askTime();

    /** The time in the answer to that. */
    Instant time(Fields body);
}
