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

    private static final long LAST_MOVES = Duration.ofSeconds(1).toNanos();

    /** The seed of the keys, which are the same in every world: making one takes as long as ten orders. */
    private static final long KEYS = 1;

    /** Often enough for a book to stay young. */
    private static final int STIRS_EVERY = 2;

    private final VirtualTime time;
    private final long tickNanos;
    private boolean isQuiet;
    private long ticks;
    private final World world;
    private final Map<String, SimulatedVenue> venues = new LinkedHashMap<>();

    SimulatedWorld(VirtualTime time, WorldSpec spec, Tempo tempo) {
        this.time = time;
        this.world = World.open(spec, new MemoryLedger(), time.now());
        for (var name : world.venues()) {
            var counter = Protocols.counter(world.exchange(name), KEYS, false);
            venues.put(name, new SimulatedVenue(this::advance, counter));
        }
        this.tickNanos = tempo.tick().toNanos();
        isQuiet = tempo.isQuiet();
        world.freeze(isQuiet);
        time.after(tickNanos, this::tick);
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

    /**
     * Nothing goes wrong any more, and prices stand still; lively ones soon, since a message that was left out shows
     * with the next one.
     */
    void calm() {
        heal();
        time.after(isQuiet ? 0 : LAST_MOVES, () -> world.freeze(true));
        isQuiet = false;
    }

    /**
     * Where prices stand still they do not for every thirtieth step, so that what was taken out of the book comes back.
     */
    private void tick() {
        if (isQuiet) {
            world.freeze(++ticks % 30 != 0);
        }
        advance();
        if (isQuiet && ticks % STIRS_EVERY == 0) {
            venues.values().stream()
                    .filter(SimulatedVenue::provesBooksByChanges)
                    .forEach(SimulatedVenue::stir);
        }
        venues.values().forEach(SimulatedVenue::flush);
        time.after(tickNanos, this::tick);
    }

    void advance() {
        world.advance(time.now());
    }
}
