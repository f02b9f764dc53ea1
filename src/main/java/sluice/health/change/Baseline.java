package sluice.health.change;

/** What is usual: mean and spread of samples, and of windows' means, the older ones fading. Confined to one thread. */
final class Baseline {

    /** Half of what is known is of the last half hour, at six windows a minute. */
    private static final double FADE = Math.pow(0.5, 1.0 / 180);

    private static final double ENOUGH_SAMPLES = 100;
    private static final double ENOUGH_WINDOWS = 12;

    private double count;
    private double sum;
    private double squares;
    private double windows;
    private double between;

    boolean isKnown() {
        return count >= ENOUGH_SAMPLES && windows >= ENOUGH_WINDOWS;
    }

    double mean() {
        return count == 0 ? 0 : sum / count;
    }

    /** The variance of samples. */
    double variance(double leastSpread) {
        return Math.max(squares / count - mean() * mean(), leastSpread * leastSpread);
    }

    /** How far a window of so many samples may be off by chance, and by how windows differ among each other. */
    double error(int samples, double leastSpread) {
        var chance = variance(leastSpread) * (1.0 / samples + 1 / count);
        return Math.sqrt(Math.max(chance, between / Math.max(1, windows)));
    }

    void learn(Window window) {
        if (windows > 0) {
            var off = window.mean() - mean();
            between = between * FADE + off * off;
        }
        count = count * FADE + window.count();
        sum = sum * FADE + window.sum();
        squares = squares * FADE + window.squares();
        windows = windows * FADE + 1;
    }
}
