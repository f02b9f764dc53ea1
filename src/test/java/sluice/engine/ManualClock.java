package sluice.engine;

import java.time.Duration;
import java.time.Instant;
import sluice.market.Clock;

/** Time that stands still until it is told to pass. */
public final class ManualClock implements Clock {

    private static final Instant START = Instant.parse("2026-01-02T03:04:05Z");

    private Duration wall = Duration.ZERO;
    private long nanos = 1_000_000_000;

    public void pass(Duration time) {
        nanos += time.toNanos();
    }

    /** Sets the clock on the wall forward, or back; the monotonic one knows nothing of it. */
    void setWall(Duration by) {
        wall = wall.plus(by);
    }

    @Override
    public Instant now() {
        return START.plus(wall).plusNanos(nanos);
    }

    @Override
    public long nanos() {
        return nanos;
    }
}
