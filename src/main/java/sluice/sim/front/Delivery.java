package sluice.sim.front;

import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** What the carrier does about an HTTP request. */
public sealed interface Delivery {

    Duration delay();

    /** What the venue answered, whether or not it gets there; status 0 when it never saw the request. */
    Reply answer();

    Delivery delayed(Duration delay);

    /** Sends the answer. */
    record Reply(int status, Map<String, String> headers, String body, Duration delay) implements Delivery {

        public Reply {
            headers = Collections.unmodifiableMap(new TreeMap<>(headers));
        }

        public static Reply of(int status, Map<String, String> headers, String body) {
            return new Reply(status, headers, body, Duration.ZERO);
        }

        @Override
        public Reply answer() {
            return this;
        }

        @Override
        public Reply delayed(Duration later) {
            return new Reply(status, headers, body, delay.plus(later));
        }
    }

    /** Sends the first bytes of the answer, perhaps none, and cuts the connection. */
    record Cut(Reply answer, int bytes, Duration delay) implements Delivery {

        /** Cuts the connection without a byte. */
        public static Cut silent() {
            return new Cut(Reply.of(0, Map.of(), ""), 0, Duration.ZERO);
        }

        @Override
        public Cut delayed(Duration later) {
            return new Cut(answer, bytes, delay.plus(later));
        }
    }

    /** Keeps the answer back for ever and leaves the connection open. */
    record Nothing(Reply answer) implements Delivery {

        @Override
        public Duration delay() {
            return Duration.ZERO;
        }

        @Override
        public Nothing delayed(Duration later) {
            return this;
        }
    }
}
