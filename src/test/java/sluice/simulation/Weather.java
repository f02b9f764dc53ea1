package sluice.simulation;

import java.time.Duration;

/**
 * How the network is just now, as odds for each message. Immutable.
 *
 * @param unsent a call that provably never leaves
 * @param requestLost a request that leaves and never arrives
 * @param replyLost a reply that never comes, though the request was carried out
 * @param late a message that takes seconds
 * @param crash the process dies before one of its messages leaves
 * @param slowest what a message takes at most when nothing is wrong
 */
record Weather(double unsent, double requestLost, double replyLost, double late, double crash, Duration slowest) {

    static final Weather CALM = new Weather(0, 0, 0, 0, 0, Duration.ofMillis(20));
    static final Weather FAIR = new Weather(0.005, 0.005, 0.005, 0.01, 0.001, Duration.ofMillis(60));
    static final Weather ROUGH = new Weather(0.05, 0.06, 0.06, 0.06, 0.005, Duration.ofMillis(400));
    static final Weather DOWN = new Weather(0.5, 0.25, 0.2, 0.05, 0.002, Duration.ofMillis(400));
}
