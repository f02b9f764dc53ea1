package sluice.simulation;

import java.time.Duration;
import sluice.net.limit.Breaker;
import sluice.net.limit.Recovery;

/**
 * How much happens in a simulation, and how fast. Immutable.
 *
 * @param pace how fast the trader acts
 * @param strikes how long it is between two things that go wrong, on average
 * @param orders with how many orders at the venues the trader is content
 * @param longest how long the trader works at most
 * @param longestDown how long it is at most until a desk that died is started again
 * @param tick how often the world goes on by itself
 * @param isQuiet whether there is but a thin book whose prices stand still
 */
record Tempo(
        Pace pace,
        Duration strikes,
        int orders,
        Duration longest,
        Duration longestDown,
        Duration tick,
        boolean isQuiet) {

    static final Tempo LIVELY = new Tempo(
            new Pace(Duration.ofMillis(300), 1),
            Duration.ofSeconds(1),
            Integer.MAX_VALUE,
            Duration.ofSeconds(20),
            Duration.ofSeconds(8),
            Duration.ofMillis(100),
            false);
    static final Tempo ORDERS = new Tempo(
            new Pace(Duration.ofMillis(500), 6),
            Duration.ofMillis(1_800),
            200,
            Duration.ofSeconds(120),
            Duration.ofSeconds(2),
            Duration.ofMillis(500),
            true);

    private static final Recovery BRISK = new Recovery(
            new Breaker.Settings(
                    5,
                    Duration.ofSeconds(8),
                    Breaker.Shares.STANDARD,
                    Breaker.Rejects.STANDARD,
                    Duration.ofSeconds(10)),
            Recovery.USUAL.backoff(),
            Recovery.USUAL.reserve(),
            Recovery.USUAL.timeEvery());

    /**
     * How fast a trader acts.
     *
     * @param acts how long it thinks, on average, while orders can be placed
     * @param atOnce how many things it does without a thought between, at most
     */
    record Pace(Duration acts, int atOnce) {

        private static final Duration PATIENCE = Duration.ofMillis(600);

        /** How long a trader thinks on average. */
        Duration thought(boolean isDiscouraged) {
            return isDiscouraged ? PATIENCE : acts;
        }
    }

    /** When a venue that fails is left alone: where orders are all that matters not for long, or there are few. */
    Recovery recovery() {
        return isQuiet ? BRISK : Recovery.USUAL;
    }

    /** The same with fewer things at once, for a venue that allows few requests a second. */
    Tempo atOnce(int fewer) {
        return new Tempo(new Pace(pace.acts(), fewer), strikes, orders, longest, longestDown, tick, isQuiet);
    }
}
