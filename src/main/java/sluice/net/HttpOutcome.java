package sluice.net;

import java.time.Duration;
import java.util.Map;

/** What became of a call. */
public sealed interface HttpOutcome {

    /** A reply was read to its end; header names are lower case. */
    record Reply(int status, Map<String, String> headers, String body, Duration took) implements HttpOutcome {

        public Reply {
            headers = Map.copyOf(headers);
        }
    }

    /**
     * No reply was read.
     *
     * @param sent whether any byte of the request may have left; false is proof that the venue knows nothing of it
     */
    record Failure(boolean sent, String cause, Duration took) implements HttpOutcome {}
}
