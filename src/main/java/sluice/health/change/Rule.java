package sluice.health.change;

/**
 * Which change of a measure is looked for. Immutable.
 *
 * @param enough how much evidence is, as a logarithm of likelihoods
 * @param least what is less than this worse, in the measure's own unit, matters to nobody
 * @param change how much worse is to be seen soon: of a logarithm as a factor, of a share in points; three fifths of it
 *     are let pass for good
 */
public record Rule(Scale scale, double change, double least, double enough) {

    private static final double PRACTICAL = 0.6;

    /** Latencies in nanoseconds: half as much again, and a millisecond. */
    public static final Rule LATENCY = new Rule(Scale.LOGARITHM, 1.5, 1e6, 13);

    /**
     * The same of orders, which come seldom: then what is usual is long ago, and the market of another kind by now. So
     * more evidence is wanted; what is asked every second tells of slowness sooner.
     */
    public static final Rule ORDER_LATENCY = new Rule(Scale.LOGARITHM, 1.5, 1e6, 18);

    /** Shares of what goes wrong: twenty points more. */
    public static final Rule SHARE = new Rule(Scale.SHARE, 0.2, 0, 13);

    /** What the samples are. */
    public enum Scale {
        LOGARITHM,
        SHARE
    }

    double size() {
        return scale == Scale.LOGARITHM ? Math.log(change) : change;
    }

    /** Whether it is so much worse that it matters. */
    boolean matters(double usual, double now) {
        return now - usual > PRACTICAL * size() && plain(now) - plain(usual) >= least;
    }

    private double plain(double mean) {
        return scale == Scale.LOGARITHM ? Math.exp(mean) : mean;
    }

    /** The largest sample that counts as such beside this mean: of what has no bound, little more than the change. */
    double most(double mean) {
        return scale == Scale.LOGARITHM ? mean + 1.2 * size() : 1;
    }

    double least(double mean) {
        return scale == Scale.LOGARITHM ? mean - 1.2 * size() : 0;
    }
}
