package sluice.market.consolidated;

import java.time.Duration;

/**
 * A mean in which what is one half-life old counts half, over observations at irregular times. Immutable.
 *
 * <p>Divided by the weight seen so far, so that it is right from the first observation on and not pulled to zero.
 */
record Ewma(double halfLifeSeconds, double weighted, double weight) {

    static Ewma of(Duration halfLife) {
        return new Ewma(halfLife.toMillis() / 1e3, 0, 0);
    }

    Ewma plus(double value, double elapsedSeconds) {
        var kept = Math.pow(2, -elapsedSeconds / halfLifeSeconds);
        return new Ewma(halfLifeSeconds, kept * weighted + (1 - kept) * value, kept * weight + 1 - kept);
    }

    double mean() {
        return weight == 0 ? 0 : weighted / weight;
    }
}
