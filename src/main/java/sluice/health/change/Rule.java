package sluice.health.change;

/**
 * Which change of a measure is looked for. Immutable.
 *
 * @param change how much worse is to be seen soon: of a logarithm as a factor, of a share in points; three fifths of it
 *     are let pass for good
 */
public record Rule(Scale scale, double change) {

    private static final double PRACTICAL = 0.6;

    /** Latencies: half as much again. */
    public static final Rule LATENCY = new Rule(Scale.LOGARITHM, 1.5);

    /** Shares of what goes wrong: twenty points more. */
    public static final Rule SHARE = new Rule(Scale.SHARE, 0.2);

    /** What the samples are. */
    public enum Scale {
        LOGARITHM,
        SHARE
    }

    double size() {
        return scale == Scale.LOGARITHM ? Math.log(change) : change;
    }

    /** How much worse it has to be to matter. */
    double practical() {
        return PRACTICAL * size();
    }

    /** The largest sample that counts as such beside this mean: of what has no bound, little more than the change. */
    double most(double mean) {
        return scale == Scale.LOGARITHM ? mean + 1.2 * size() : 1;
    }

    double least(double mean) {
        return scale == Scale.LOGARITHM ? mean - 1.2 * size() : 0;
    }
}
