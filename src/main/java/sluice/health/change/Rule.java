package sluice.health.change;

/**
 * What a change of a measure takes to matter. Immutable.
 *
 * @param practical how much worse it must be: of a logarithm as a factor, of a share in points
 * @param leastSpread samples spread at least so much, however alike they were so far
 */
public record Rule(Scale scale, double practical, double leastSpread) {

    /** Latencies: a quarter worse for sure. Half as much again is to be seen, and what is measured of that scatters. */
    public static final Rule LATENCY = new Rule(Scale.LOGARITHM, 1.25, 0.1);

    /** Shares of what goes wrong: ten points worse. */
    public static final Rule SHARE = new Rule(Scale.SHARE, 0.1, 0.2);

    /** What the samples are. */
    public enum Scale {
        LOGARITHM,
        SHARE
    }

    boolean isPractical(double worse) {
        return worse > size();
    }

    double size() {
        return scale == Scale.LOGARITHM ? Math.log(practical) : practical;
    }
}
