package sluice.net.limit;

import java.time.Duration;
import java.util.OptionalLong;
import sluice.venue.LinkHealth.State;

/** One cause for a breaker to be open: since when, until when, and whether somebody tries meanwhile. */
final class Trip {

    private boolean isOpen;
    private long untilNanos;
    private boolean probing;
    private long probeUntilNanos;
    private String words = "";

    void open(String why, long until) {
        isOpen = true;
        untilNanos = until;
        probing = false;
        words = why;
    }

    void close() {
        isOpen = false;
        probing = false;
    }

    String words() {
        return words;
    }

    State state(long nanos) {
        if (!isOpen) {
            return State.CLOSED;
        }
        return nanos < untilNanos ? State.OPEN : State.HALF_OPEN;
    }

    /** Whether a request of the kind that may try may leave. */
    Verdict ask(long nanos) {
        if (state(nanos) == State.OPEN) {
            return new Verdict.WaitUntil(untilNanos, words);
        }
        return isProbed(nanos)
                ? new Verdict.WaitUntil(probeUntilNanos, "waiting for a probe; " + words)
                : new Verdict.Go();
    }

    /** For a request of a kind that may not. */
    Verdict waitForProbe(long nanos, Duration span) {
        return new Verdict.WaitUntil(
                isProbed(nanos) ? probeUntilNanos : nanos + span.toNanos(), "waiting for a probe; " + words);
    }

    private boolean isProbed(long nanos) {
        return probing && nanos < probeUntilNanos;
    }

    /** A request leaves that may try. */
    void left(long nanos, Duration span) {
        if (state(nanos) == State.HALF_OPEN) {
            probing = true;
            probeUntilNanos = nanos + span.toNanos();
        }
    }

    /** When its time is over. */
    OptionalLong ends(long nanos) {
        return state(nanos) == State.OPEN && untilNanos != Long.MAX_VALUE
                ? OptionalLong.of(untilNanos)
                : OptionalLong.empty();
    }
}
