package sluice.health.change;

/**
 * A distribution made worse: every sample {@code x} weighs {@code exp(theta * x - psi)} times as much. Immutable.
 *
 * <p>Of all distributions with the mean wanted it is the nearest to the one there is, and so the hardest to tell from
 * it; what is told by it holds for others all the more.
 */
record Tilt(double theta, double psi) {

    private static final int ROUNDS = 40;
    private static final double STEEPEST = 200;

    /** So that the mean is this much; all are given as they are off the mean there is. */
    static Tilt to(double mean, double[] off) {
        var low = 0.0;
        var high = STEEPEST;
        for (int i = 0; i < ROUNDS && high - low > 1e-3; i++) {
            var middle = (low + high) / 2;
            if (mean(middle, off) < mean) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return new Tilt(low, Math.log(weight(low, off) / off.length));
    }

    private static double mean(double theta, double[] off) {
        double sum = 0;
        for (var each : off) {
            sum += each * Math.exp(theta * each);
        }
        return sum / weight(theta, off);
    }

    private static double weight(double theta, double[] off) {
        double weight = 0;
        for (var each : off) {
            weight += Math.exp(theta * each);
        }
        return weight;
    }
}
