package sluice.market.consolidated;

/**
 * The median of positive numbers that are not kept, to within three per cent. Confined to one thread.
 *
 * <p>Counts by size, in steps of five per cent around the first number, up to twenty times smaller and larger.
 */
final class Median {

    private static final double STEP = 0.05;
    private static final int MIDDLE = 64;

    private final float[] counts = new float[2 * MIDDLE + 1];
    private double first;
    private double weight;

    void learn(double number) {
        if (!(number > 0)) {
            return;
        }
        if (first == 0) {
            first = number;
        }
        long step = Math.round(Math.log(number / first) / STEP);
        counts[MIDDLE + (int) Math.max(-MIDDLE, Math.min(MIDDLE, step))]++;
        weight++;
    }

    /** Makes all that was learned count for less. */
    void fade(double kept) {
        for (int i = 0; i < counts.length; i++) {
            counts[i] = (float) (counts[i] * kept);
        }
        weight *= kept;
    }

    double weight() {
        return weight;
    }

    /** 0 while nothing was learned. */
    double median() {
        double left = weight / 2;
        int at = 0;
        while (at < counts.length - 1 && left > counts[at]) {
            left -= counts[at];
            at++;
        }
        return first == 0 ? 0 : first * Math.exp((at - MIDDLE) * STEP);
    }
}
