package sluice.app;

import java.time.Instant;
import sluice.market.Clock;

/** The machine's own time. Safe for any thread. */
public final class WallClock implements Clock {

    @Override
    public Instant now() {
        return Instant.now();
    }

    @Override
    public long nanos() {
        return System.nanoTime();
    }
}
