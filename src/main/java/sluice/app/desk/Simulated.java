package sluice.app.desk;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import sluice.app.Home;
import sluice.market.Clock;
import sluice.shell.UnusableInputException;
import sluice.sim.WorldSpec;
import sluice.sim.floor.World;
import sluice.sim.replay.Replays;
import sluice.sim.replay.Speed;
import sluice.sim.server.SimServer;
import sluice.sim.server.SimSpec;
import sluice.sim.server.counter.Protocols;
import sluice.sim.store.SqliteLedger;

/** The exchange of a home, served on loopback for as long as it is open. */
public final class Simulated {

    private Simulated() {}

    /** On any free ports, for the desk of this process. */
    static SimServer start(Path home, OptionalLong seed, Clock clock) {
        return serve(home, seed, clock, new Doors(List.of(), 0, Optional.empty()));
    }

    /** Which venues, from which port on, and what is to happen there. */
    public record Doors(List<String> venues, int port, Optional<Path> scenario) {}

    public static SimServer serve(Path home, OptionalLong seed, Clock clock, Doors doors) {
        var ledger = SqliteLedger.open(Home.made(home));
        try {
            var world = WorldSpec.usual(World.seed(ledger, seed));
            var spec = SimSpec.of(world, ledger, clock).serving(doors.venues()).on(doors.port());
            return SimServer.start(doors.scenario().map(spec::playing).orElse(spec));
        } catch (RuntimeException e) {
            ledger.close();
            throw e;
        }
    }

    /** A recording, and whose it is; empty where the recording shall tell. */
    public record Recorded(Path file, Optional<String> venue) {}

    /** Serves recordings as their venues would. */
    public static SimServer replay(List<Recorded> recordings, Speed speed, Clock clock, Doors doors) {
        var parts = recordings.stream().map(Simulated::part).toList();
        if (parts.stream().map(Replays.Part::venue).distinct().count() < parts.size()) {
            throw new UnusableInputException("two recordings are of the same venue; --venue says whose each is");
        }
        var opening = new SimSpec.Opening(
                WorldSpec.USUAL_SEED, !speed.equals(Speed.REAL), now -> Replays.open(parts, speed, now));
        var spec = SimSpec.of(opening, clock).on(doors.port());
        return SimServer.start(doors.scenario().map(spec::playing).orElse(spec));
    }

    private static Replays.Part part(Recorded recorded) {
        var frames = new RecordedFrames(recorded.file());
        var name = recorded.venue()
                .or(() -> frames.venue(Protocols.names()))
                .orElseThrow(() -> new UnusableInputException(
                        "nothing in " + recorded.file() + " tells whose recording it is; say it with --venue"));
        return new Replays.Part(name, frames);
    }
}
