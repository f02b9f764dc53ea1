package sluice.market;

import java.time.Instant;

/** Time as it is handed in: the wall for stamps, a monotonic count for deadlines and durations. */
public interface Clock {

    Instant now();

    /** Nanoseconds from an arbitrary origin, never going back. */
    long nanos();

    default Stamp stamp() {
        return new Stamp(now(), nanos());
    }
}
