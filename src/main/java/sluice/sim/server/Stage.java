package sluice.sim.server;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import sluice.market.Clock;
import sluice.sim.Exchanges;
import sluice.sim.server.counter.Counter;

/**
 * The world and the wires in front of it, moved by the clock. Confined to the simulator's thread.
 *
 * <p>Nothing moves while nobody is connected, no order rests and no scenario is left to play.
 */
final class Stage {

    private final Exchanges world;
    private final Clock clock;
    private final List<Counter> counters;
    private final Wires wires;
    private final Instant start;
    private final Deque<Cue> cues = new ArrayDeque<>();
    private Consumer<Cue> player = cue -> {};

    Stage(Exchanges world, Clock clock, List<Counter> counters, Wires wires) {
        this.world = world;
        this.clock = clock;
        this.counters = List.copyOf(counters);
        this.wires = wires;
        this.start = clock.now();
    }

    Optional<Counter> counter(String venue) {
        return counters.stream()
                .filter(counter -> counter.venue().equals(venue))
                .findFirst();
    }

    void play(List<Cue> scenario, Consumer<Cue> with) {
        cues.addAll(scenario);
        player = with;
    }

    void freeze(boolean frozen) {
        world.freeze(frozen);
    }

    /** Moves time only where it is this simulator's own. */
    boolean advanceClock(Duration time) {
        if (!(clock instanceof SteppedClock own)) {
            return false;
        }
        own.advance(time);
        advance();
        return true;
    }

    /** Brings the world to the present, which comes before everything a wire is asked. */
    void advance() {
        var now = clock.now();
        while (world.play(now, wires.isAnyOpen()) && !wires.isAnyBehind()) {
            flush();
        }
        while (!cues.isEmpty() && !now.isBefore(start.plus(cues.getFirst().after()))) {
            player.accept(cues.removeFirst());
        }
    }

    /** Sends what has become due at every venue. */
    void flush() {
        for (var counter : counters) {
            wires.send(counter.front().drain());
        }
    }

    void tick() {
        if (wires.isAnyOpen() || !cues.isEmpty() || world.isWorking()) {
            advance();
            flush();
        }
    }
}
