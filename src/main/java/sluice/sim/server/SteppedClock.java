package sluice.sim.server;

import java.time.Duration;
import java.time.Instant;
import sluice.market.Clock;

/** Time that moves only when told to. Confined to the simulator's thread. */
final class SteppedClock implements Clock {

    private final Instant start;
    private Instant now;

    SteppedClock(Instant start) {
        this.start = start;
        this.now = start;
    }

    void advance(Duration time) {
        now = now.plus(time);
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public long nanos() {
        return Duration.between(start, now).toNanos();
    }
}
