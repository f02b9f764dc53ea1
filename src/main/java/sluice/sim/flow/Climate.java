package sluice.sim.flow;

import sluice.market.Regime;

/**
 * What a regime means in numbers.
 *
 * @param sigma volatility in basis points per square root of a second
 * @param jumpBps the size of a jump, one standard deviation
 * @param halfSpread in basis points
 * @param depth against the usual
 */
record Climate(
        double sigma,
        double jumpsPerHour,
        double jumpBps,
        double halfSpread,
        double depth,
        double tradesPerSecond,
        double seconds) {

    private static final Climate CALM = new Climate(0.7, 1, 5, 0.1, 1, 1.5, 1200);
    private static final Climate VOLATILE = new Climate(1.8, 6, 10, 0.3, 0.75, 4, 240);
    private static final Climate STRESSED = new Climate(3.5, 20, 20, 0.8, 0.55, 8, 60);

    static Climate of(Regime regime) {
        return switch (regime) {
            case CALM -> CALM;
            case VOLATILE -> VOLATILE;
            case STRESSED -> STRESSED;
        };
    }
}
