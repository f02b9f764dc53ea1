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

    /** What {@link #text} told; throws when it is no such text. */
    static Median of(String text) {
        var words = text.split(" ");
        var median = new Median();
        median.first = positive(words[0]);
        for (int i = 1; i < words.length; i++) {
            int colon = words[i].indexOf(':');
            float count = (float) positive(words[i].substring(colon + 1));
            median.counts[Integer.parseInt(words[i].substring(0, colon))] = count;
            median.weight += count;
        }
        return median;
    }

    private static double positive(String word) {
        double number = Double.parseDouble(word);
        if (!(number >= 0) || Double.isInfinite(number)) {
            throw new NumberFormatException("not a count: " + word);
        }
        return number;
    }

    /** The first number and the counts that there are. */
    String text() {
        var text = new StringBuilder().append(first);
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                text.append(' ').append(i).append(':').append(counts[i]);
            }
        }
        return text.toString();
    }

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
