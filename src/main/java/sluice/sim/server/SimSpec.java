package sluice.sim.server;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import sluice.market.Clock;
import sluice.sim.Ledger;
import sluice.sim.WorldSpec;

/**
 * What to simulate and where. Immutable.
 *
 * @param venues those served, in the order of their ports; empty for all of the world's
 * @param port the first venue's, the others' and the admin's follow; 0 takes any that are free
 * @param ownClock whether time moves only when the admin endpoint says so, beginning at the clock's present
 */
public record SimSpec(
        WorldSpec world,
        Ledger ledger,
        Clock clock,
        List<String> venues,
        int port,
        boolean ownClock,
        Optional<Path> scenario) {

    public SimSpec {
        venues = List.copyOf(venues);
    }

    /** All venues of the world, on free ports, by the clock. */
    public static SimSpec of(WorldSpec world, Ledger ledger, Clock clock) {
        return new SimSpec(world, ledger, clock, List.of(), 0, false, Optional.empty());
    }

    public SimSpec on(int first) {
        return new SimSpec(world, ledger, clock, venues, first, ownClock, scenario);
    }

    public SimSpec serving(List<String> names) {
        return new SimSpec(world, ledger, clock, names, port, ownClock, scenario);
    }

    public SimSpec playing(Path file) {
        return new SimSpec(world, ledger, clock, venues, port, ownClock, Optional.of(file));
    }

    public SimSpec onOwnClock() {
        return new SimSpec(world, ledger, clock, venues, port, true, scenario);
    }
}
