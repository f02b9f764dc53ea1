package sluice.health.change;

/** Samples of one stretch of time, as sums. Immutable. */
record Window(int count, double sum, double squares) {

    static final Window EMPTY = new Window(0, 0, 0);

    Window plus(double sample) {
        return new Window(count + 1, sum + sample, squares + sample * sample);
    }

    double mean() {
        return count == 0 ? 0 : sum / count;
    }
}
