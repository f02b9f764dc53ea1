package sluice.sim.replay;

import java.time.Duration;

/**
 * How fast a recording goes by: so many recorded seconds a second, or as fast as it is taken. Immutable.
 *
 * @param factor 0 for as fast as it is taken
 */
public record Speed(double factor) {

    public static final Speed REAL = new Speed(1);
    public static final Speed MOST = new Speed(0);

    boolean isBounded() {
        return factor > 0;
    }

    Duration after(Duration real) {
        return Duration.ofNanos((long) (real.toNanos() * factor));
    }
}
