package sluice.sim.server;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import sluice.market.Clock;
import sluice.sim.Exchanges;
import sluice.sim.Ledger;
import sluice.sim.WorldSpec;
import sluice.sim.floor.World;

/**
 * What to serve and where. Immutable.
 *
 * @param venues those served, in the order of their ports; empty for all there are
 * @param port the first venue's, the others' and the admin's follow; 0 takes any that are free
 * @param ownClock whether time moves only when the admin endpoint says so, beginning at the clock's present
 */
public record SimSpec(
        Opening opening, Clock clock, List<String> venues, int port, boolean ownClock, Optional<Path> scenario) {

    /**
     * Exchanges still to be opened, at the moment given, and the seed their keys are made from.
     *
     * @param isPatient whether no socket is ended for its other end's being slow
     */
    public record Opening(long seed, boolean isPatient, Function<Instant, Exchanges> exchanges) {}

    public SimSpec {
        venues = List.copyOf(venues);
    }

    /** All venues of the world, on free ports, by the clock. */
    public static SimSpec of(WorldSpec world, Ledger ledger, Clock clock) {
        return of(new Opening(world.seed(), false, now -> World.open(world, ledger, now)), clock);
    }

    public static SimSpec of(Opening opening, Clock clock) {
        return new SimSpec(opening, clock, List.of(), 0, false, Optional.empty());
    }

    public SimSpec on(int first) {
        return new SimSpec(opening, clock, venues, first, ownClock, scenario);
    }

    public SimSpec serving(List<String> names) {
        return new SimSpec(opening, clock, names, port, ownClock, scenario);
    }

    public SimSpec playing(Path file) {
        return new SimSpec(opening, clock, venues, port, ownClock, Optional.of(file));
    }

    public SimSpec onOwnClock() {
        return new SimSpec(opening, clock, venues, port, true, scenario);
    }
}
