package sluice.market.consolidated;

import java.time.Duration;
import sluice.market.Px;

/**
 * How fast the mid moves, in basis points per square root of a second: over about a minute, over about half an hour,
 * and over the latter with jumps taken out. Immutable; fed the mid about once a second, at times that may be irregular.
 *
 * @param lastMid 0 before the first observation
 * @param lastMove the last move over the root of its time; 0 before the second observation
 * @param jumped whether the last move was out of all proportion
 */
public record Volatility(
        Ewma fastVariance,
        Ewma slowVariance,
        Ewma bipower,
        double lastMid,
        double lastMove,
        boolean jumped,
        long lastNanos) {

    public static final Volatility UNKNOWN = new Volatility(
            Ewma.of(Duration.ofSeconds(60)),
            Ewma.of(Duration.ofMinutes(30)),
            Ewma.of(Duration.ofMinutes(30)),
            0,
            0,
            false,
            0);

    private static final double SECONDS_A_YEAR = 31_557_600;
    private static final double JUMP_SIGMAS = 6;
    /** A minute's worth of the slow weight: with less, nothing is known that a jump could be measured by. */
    private static final double KNOWN_WEIGHT = 1 - Math.pow(2, -1 / 30.0);

    public Volatility after(Px mid, long nanos) {
        var px = mid.value().doubleValue();
        if (px <= 0) {
            return this;
        }
        if (lastMid == 0) {
            return new Volatility(fastVariance, slowVariance, bipower, px, 0, false, nanos);
        }
        var elapsed = (nanos - lastNanos) / 1e9;
        return elapsed <= 0 ? this : moved(px, elapsed, nanos);
    }

    private Volatility moved(double px, double elapsed, long nanos) {
        var move = 1e4 * Math.log(px / lastMid) / Math.sqrt(elapsed);
        var jump = isKnown() && Math.abs(move) > JUMP_SIGMAS * slow();
        var product = Math.PI / 2 * Math.abs(move) * Math.abs(lastMove);
        return new Volatility(
                fastVariance.plus(move * move, elapsed),
                slowVariance.plus(move * move, elapsed),
                bipower.plus(product, elapsed),
                px,
                move,
                jump,
                nanos);
    }

    /** Whether there was enough to judge by. */
    public boolean isKnown() {
        return slowVariance.weight() >= KNOWN_WEIGHT;
    }

    public double fast() {
        return Math.sqrt(fastVariance.mean());
    }

    public double slow() {
        return Math.sqrt(slowVariance.mean());
    }

    /** The slow one by bipower variation, which a single jump hardly moves. */
    public double withoutJumps() {
        return Math.sqrt(bipower.mean());
    }

    /** Fast over slow; 1 while nothing is known. */
    public double ratio() {
        return isKnown() && slow() > 0 ? fast() / slow() : 1;
    }

    /** As a fraction a year: 0.5 is 50 %. */
    public static double annual(double bpsPerRootSecond) {
        return bpsPerRootSecond * Math.sqrt(SECONDS_A_YEAR) / 1e4;
    }
}
