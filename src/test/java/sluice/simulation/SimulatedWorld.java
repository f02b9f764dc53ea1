package sluice.simulation;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import sluice.sim.WorldSpec;
import sluice.sim.floor.World;
import sluice.sim.server.counter.Protocols;
import sluice.sim.store.MemoryLedger;

/** Simulated venues under one market, each behind its own wire, moved by virtual time. They outlive every desk. */
final class SimulatedWorld {

    private static final long TICK_NANOS = Duration.ofMillis(100).toNanos();

    private final VirtualTime time;
    private final World world;
    private final Map<String, SimulatedVenue> venues = new LinkedHashMap<>();

    SimulatedWorld(VirtualTime time, WorldSpec spec) {
        this.time = time;
        this.world = World.open(spec, new MemoryLedger(), time.now());
        for (var name : world.venues()) {
            var counter = Protocols.counter(world.exchange(name), spec.seed(), false);
            venues.put(name, new SimulatedVenue(this::advance, counter));
        }
        time.after(TICK_NANOS, this::tick);
    }

    Collection<SimulatedVenue> venues() {
        return venues.values();
    }

    SimulatedVenue venue(String name) {
        return Optional.ofNullable(venues.get(name)).orElseThrow();
    }

    /** Nothing goes wrong any more. */
    void heal() {
        venues.values().forEach(SimulatedVenue::heal);
    }

    /** Nothing goes wrong any more, and prices stand still. */
    void calm() {
        heal();
        world.freeze(true);
    }

    private void tick() {
        advance();
        venues.values().forEach(SimulatedVenue::flush);
        time.after(TICK_NANOS, this::tick);
    }

    void advance() {
        world.advance(time.now());
    }
}
