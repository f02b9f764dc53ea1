package sluice.net;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import sluice.market.Clock;

/** A clock that stands until it is moved, and the timer that goes by it. Confined to one thread. */
public final class ManualTime implements Clock, SessionDriver.Timer {

    private record Due(long nanos, long turn, Runnable task) {}

    private final PriorityQueue<Due> dues =
            new PriorityQueue<>(Comparator.comparingLong(Due::nanos).thenComparingLong(Due::turn));
    private Instant now = Instant.parse("2026-01-05T10:00:00Z");
    private long nanos = 1_000_000_000L;
    private long turn;

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public long nanos() {
        return nanos;
    }

    @Override
    public void after(long delayNanos, Runnable task) {
        dues.add(new Due(nanos + delayNanos, turn++, task));
    }

    /** Moves both clocks on, stopping at each task that becomes due. */
    public void advance(Duration by) {
        var end = nanos + by.toNanos();
        for (var due = dues.peek(); due != null && due.nanos() <= end; due = dues.peek()) {
            dues.remove();
            move(due.nanos() - nanos);
            due.task().run();
        }
        move(end - nanos);
    }

    public int tasks() {
        return dues.size();
    }

    private void move(long by) {
        nanos += by;
        now = now.plusNanos(by);
    }
}
