package sluice.health.change;

import java.util.ArrayDeque;

/**
 * What is usual: the samples of some time ago, and how much likelier one would be were they all worse. Confined to one
 * thread.
 *
 * <p>The newest are not counted yet, so that what is becoming worse is not taken for usual before it is seen. One
 * sample as bad as can be is always counted in, since a hundred good ones do not prove that there is none.
 */
final class Usual {

    private static final int KEPT = 500;
    private static final int HELD_BACK = 24;
    private static final int ENOUGH = 100;
    private static final int WEIGHED_EVERY = 25;

    private final Rule rule;
    private final ArrayDeque<Double> newest = new ArrayDeque<>();
    private final double[] samples = new double[KEPT];
    private int next;
    private int count;
    private int unweighed;
    private double mean;
    private Tilt tilt = new Tilt(0, 0);

    Usual(Rule rule) {
        this.rule = rule;
    }

    void learn(double sample) {
        newest.add(sample);
        if (newest.size() > HELD_BACK) {
            samples[next] = newest.remove();
            next = (next + 1) % KEPT;
            count = Math.min(KEPT, count + 1);
            unweighed++;
        }
        if (unweighed >= WEIGHED_EVERY) {
            weigh();
        }
    }

    /** What came last was not usual after all. */
    void forgetNewest() {
        newest.clear();
    }

    boolean isKnown() {
        return count >= ENOUGH;
    }

    double mean() {
        return mean;
    }

    double spread() {
        double squares = 0;
        for (int i = 0; i < count; i++) {
            squares += (samples[i] - mean) * (samples[i] - mean);
        }
        return Math.sqrt(squares / Math.max(1, count));
    }

    /** The logarithm of how much likelier the bounded sample is among what is worse than among what is usual. */
    double likelier(double sample) {
        return tilt.theta() * (sample - mean) - tilt.psi();
    }

    /** No sample counts for more than what is looked for. */
    double bounded(double sample) {
        return Math.max(rule.least(mean), Math.min(rule.most(mean), sample));
    }

    private void weigh() {
        unweighed = 0;
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += samples[i];
        }
        mean = sum / count;
        var off = new double[count + 1];
        for (int i = 0; i < count; i++) {
            off[i] = bounded(samples[i]) - mean;
        }
        off[count] = rule.most(mean) - mean;
        tilt = Tilt.to(rule.size(), off);
    }
}
