package sluice.venue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How a venue's link does, as its adapter measures it. Immutable.
 *
 * @param bannedUntil when the venue will talk to us again
 * @param clockOffset venue clock less ours; empty while it is not measured
 * @param questions how long it takes to answer what is asked all the while
 */
public record LinkHealth(
        Pending pending,
        RoundTrips roundTrips,
        Budget budget,
        Breaker breaker,
        Optional<Instant> bannedUntil,
        Optional<Duration> clockOffset,
        Questions questions) {

    /** Of a venue that is in this process: nothing is limited, and it goes by our clock. */
    public static final LinkHealth IN_PROCESS = new LinkHealth(
            new Pending(0, 0),
            RoundTrips.NONE,
            Budget.UNLIMITED,
            Breaker.CLOSED,
            Optional.empty(),
            Optional.of(Duration.ZERO),
            Questions.NONE);

    /**
     * Requests that are not answered yet.
     *
     * @param waiting for room, and so not sent
     * @param inFlight sent
     */
    public record Pending(int waiting, int inFlight) {

        public int all() {
            return waiting + inFlight;
        }
    }

    /** Round trips of order requests so far, as a distribution; empty before the first. */
    public record RoundTrips(Optional<Duration> p50, Optional<Duration> p99) {

        public static final RoundTrips NONE = new RoundTrips(Optional.empty(), Optional.empty());
    }

    /**
     * Round trips of questions for the venue's time, which need no orders.
     *
     * @param count of all so far
     * @param latest the last of them, oldest first
     */
    public record Questions(long count, List<Duration> latest) {

        public static final Questions NONE = new Questions(0, List.of());

        public Questions {
            latest = List.copyOf(latest);
        }

        /** Those since there were so many, as far as they are still there. */
        public List<Duration> since(long known) {
            var fresh = (int) Math.max(0, Math.min(latest.size(), count - known));
            return latest.subList(latest.size() - fresh, latest.size());
        }
    }

    /**
     * The limit that is used most.
     *
     * @param limit which one; empty where there is none
     * @param left how much of it is left in its window, whoever it is reserved for
     * @param used share, 0 to 1
     */
    public record Budget(String limit, int left, double used) {

        public static final Budget UNLIMITED = new Budget("", Integer.MAX_VALUE, 0);
    }

    /**
     * Whether requests are kept from the venue.
     *
     * @param cause why, the gravest of several; empty while closed
     * @param words the same for people; may be empty
     */
    public record Breaker(State state, Optional<Cause> cause, String words) {

        public static final Breaker CLOSED = new Breaker(State.CLOSED, Optional.empty(), "");

        public boolean isOpen() {
            return state == State.OPEN;
        }
    }

    /** Whether requests pass: all of them, none but cancels, or one to try. */
    public enum State {
        CLOSED,
        OPEN,
        HALF_OPEN
    }

    /** What opened the breaker, the gravest first. */
    public enum Cause {
        /** The venue does not answer, or says that it is out of order. */
        ERROR_RATE,
        /** Nobody knows what became of too many requests that could change an order. */
        UNKNOWN_RATE,
        /** Nothing private was heard for too long. */
        STALENESS,
        /** New orders are turned down again and again, all in the same words. */
        REJECT_RATE,
        /** Too many requests that could change an order took too long. */
        LATENCY
    }
}
