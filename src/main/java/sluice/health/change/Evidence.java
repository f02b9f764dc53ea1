package sluice.health.change;

/** What speaks for a change since nothing did, and the samples it rests on. Immutable. */
record Evidence(double sum, int count, double samples) {

    static final Evidence NONE = new Evidence(0, 0, 0);

    Evidence plus(Stretch second, double step) {
        return sum + step <= 0 ? NONE : new Evidence(sum + step, count + second.count(), samples + second.sum());
    }

    double mean() {
        return count == 0 ? 0 : samples / count;
    }
}
