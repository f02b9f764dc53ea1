package sluice.net;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What became of a call. */
public sealed interface HttpOutcome {

    /** No count of a venue's has more digits, and any of so many fits. */
    Pattern COUNT = Pattern.compile("[0-9]{1,9}");

    /** A reply was read to its end; header names are lower case. */
    record Reply(int status, Map<String, String> headers, String body, Duration took) implements HttpOutcome {

        public Reply {
            headers = Map.copyOf(headers);
        }

        /** What a header counts; empty where it is not there, or is no whole number. */
        public Optional<Integer> count(String header) {
            return Optional.ofNullable(headers.get(header))
                    .map(String::strip)
                    .filter(text -> COUNT.matcher(text).matches())
                    .map(Integer::valueOf);
        }

        /** How long the venue wants to be left alone, where it said so in seconds. */
        public Optional<Duration> retryAfter() {
            return count("retry-after").map(Duration::ofSeconds);
        }
    }

    /**
     * No reply was read.
     *
     * @param sent whether any byte of the request may have left; false is proof that the venue knows nothing of it
     */
    record Failure(boolean sent, String cause, Duration took) implements HttpOutcome {}
}
