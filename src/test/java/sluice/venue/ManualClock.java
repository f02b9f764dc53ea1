package sluice.venue;

import java.time.Duration;
import java.time.Instant;
import sluice.market.Clock;

/** Time that stands still until told otherwise. */
public final class ManualClock implements Clock {

    private Instant wall = Instant.parse("2026-01-02T03:04:05Z");
    private long nanos = 1_000_000;

    @Override
    public Instant now() {
        return wall;
    }

    @Override
    public long nanos() {
        return nanos;
    }

    public void pass(Duration time) {
        wall = wall.plus(time);
        nanos += time.toNanos();
    }

    /** The wall clock alone is set. */
    public void jump(Duration by) {
        wall = wall.plus(by);
    }
}
