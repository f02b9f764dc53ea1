package sluice.simulation;

import java.time.Duration;

/** What a desk process lives in: time, chance, the venues and the state of the network. Confined to one thread. */
final class Surroundings {

    private static final Duration FASTEST = Duration.ofMillis(1);

    private final VirtualTime time;
    private final Dice dice;
    private final SimulatedWorld world;
    private final Findings findings;
    private Weather weather = Weather.CALM;
    private long numbers;
    private long wallNanos;

    Surroundings(VirtualTime time, Dice dice, SimulatedWorld world, Findings findings) {
        this.time = time;
        this.dice = dice;
        this.world = world;
        this.findings = findings;
    }

    VirtualTime time() {
        return time;
    }

    Dice dice() {
        return dice;
    }

    SimulatedWorld world() {
        return world;
    }

    Findings findings() {
        return findings;
    }

    /** By how much the clock on the desk's wall is wrong. */
    long wallNanos() {
        return wallNanos;
    }

    /** Sets the clock on the desk's wall so far from the right time. */
    void setWall(long nanos) {
        wallNanos = nanos;
        findings.tell(() -> "the wall clock is set to be wrong by " + Duration.ofNanos(nanos));
    }

    long number() {
        return ++numbers;
    }

    Weather weather() {
        return weather;
    }

    void weather(Weather next) {
        weather = next;
        findings.tell(() -> "weather " + next);
    }

    long latency() {
        return dice.nanos(FASTEST, weather.slowest());
    }

    long latencyOrLate() {
        return happens("message late", weather.late())
                ? dice.nanos(Duration.ofMillis(500), Duration.ofSeconds(9))
                : latency();
    }

    boolean happens(String what, double odds) {
        var happens = dice.chance(odds);
        if (happens) {
            findings.count(what);
            findings.tell(() -> "* " + what);
        }
        return happens;
    }
}
