package sluice.net;

import java.util.OptionalLong;
import java.util.PriorityQueue;

/**
 * When a session wants to be woken, and which timers are set for it. Confined to the thread at work.
 *
 * <p>An alarm set for sooner stands for a later wish too: when it rings, the rest is waited for.
 */
final class Alarms {

    private final PriorityQueue<Long> set = new PriorityQueue<>();
    private boolean wanted;
    private long wantedNanos;

    /** The earliest wish counts. */
    void want(long nanos) {
        wantedNanos = wanted ? Math.min(wantedNanos, nanos) : nanos;
        wanted = true;
    }

    void forget() {
        wanted = false;
    }

    /** When a timer must be set for, which then counts as set; empty when those that are set will do. */
    OptionalLong missing() {
        if (!wanted || !set.isEmpty() && wantedNanos >= set.peek()) {
            return OptionalLong.empty();
        }
        set.add(wantedNanos);
        return OptionalLong.of(wantedNanos);
    }

    /** A timer that was set rang; answers whether what was wanted is due, and then wants it no more. */
    boolean rang(long at, long now) {
        set.remove(at);
        boolean isDue = wanted && wantedNanos <= now;
        wanted = wanted && !isDue;
        return isDue;
    }
}
