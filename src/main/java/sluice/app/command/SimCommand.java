package sluice.app.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import sluice.app.Home;
import sluice.app.Program;
import sluice.app.Trouble;
import sluice.app.WallClock;
import sluice.app.desk.Simulated;
import sluice.market.VenueId;
import sluice.report.Said;
import sluice.shell.ExitStatus;
import sluice.shell.Outcome;
import sluice.shell.Session;
import sluice.shell.ShellCommand;
import sluice.shell.UnusableInputException;
import sluice.sim.WorldSpec;
import sluice.sim.replay.Speed;
import sluice.sim.store.SqliteLedger;

/** {@code sim}: serves until it is stopped, and says where in lines of JSON. */
@Command(
        footerHeading = "%nExamples:%n",
        footer = {
            "  sluice sim --port 9100 --seed 7 > sim.json",
            "  sluice --sim sim.json exec -c 'venues'",
            "  sluice sim --scenario outage.jsonl",
            "  sluice sim --replay monday.jsonl.gz --speed 10 > sim.json",
            "  sluice sim --replay monday.jsonl.gz --venue binance --venue bybit > sim.json",
            "  sluice sim reset      forgets the simulated exchanges of this home"
        })
final class SimCommand implements ShellCommand {

    private static final int LAST_PORT = 65_535;

    private final Program program;
    private final Session session;

    @Parameters(index = "0", arity = "0..1", paramLabel = "reset", description = "Forgets the exchanges of this home.")
    private Optional<String> action = Optional.empty();

    @Option(names = "--venues", split = ",", paramLabel = "V", description = "Which venues to serve (all).")
    private List<VenueId> venues = List.of();

    @Option(names = "--port", paramLabel = "BASE", description = "The first venue's port; others follow (any free).")
    private int port;

    @Option(names = "--scenario", paramLabel = "FILE", description = "Faults and market moves, by the clock.")
    private Optional<Path> scenario = Optional.empty();

    @Option(
            names = "--replay",
            paramLabel = "FILE",
            description = "Serves a recording in place of a market; again for more.")
    private List<Path> replay = List.of();

    @Option(
            names = "--venue",
            paramLabel = "V",
            description = "Whose recording it is (as its addresses tell); one each.")
    private List<VenueId> venue = List.of();

    @Option(
            names = "--speed",
            paramLabel = "X",
            description = "Recorded seconds a second, or max for as fast as it is read (1).")
    private String speed = "1";

    SimCommand(Program program, Session session) {
        this.program = program;
        this.session = session;
    }

    @Override
    public void check() {
        if (action.filter(word -> !word.equals("reset")).isPresent()) {
            throw new UnusableInputException("sim takes nothing, or reset, not " + action.get());
        }
        if (port < 0 || port > LAST_PORT - WorldSpec.usual(0).venues().size()) {
            throw new UnusableInputException("--port must be between 0 and " + LAST_PORT);
        }
        speed();
        if (replay.isEmpty() && (!venue.isEmpty() || !speed.equals("1"))) {
            throw new UnusableInputException("--venue and --speed are for --replay");
        }
        if (!replay.isEmpty() && !venues.isEmpty()) {
            throw new UnusableInputException("--venue says whose a recording is, and --venues is for other than those");
        }
        if (replay.size() > 1 && !venue.isEmpty() && venue.size() != replay.size()) {
            throw new UnusableInputException("say --venue once for each --replay, or not at all");
        }
        var known =
                WorldSpec.usual(0).venues().stream().map(venue -> venue.name()).toList();
        for (var venue : venues) {
            if (!known.contains(venue.name())) {
                throw new UnusableInputException(
                        "there is no simulated venue " + venue + "; there is " + String.join(", ", known));
            }
        }
    }

    @Override
    public Outcome run() {
        check();
        try {
            return action.isPresent() ? reset() : serve();
        } catch (RuntimeException e) {
            throw Trouble.of(e).<RuntimeException>map(known -> known).orElse(e);
        }
    }

    private Outcome reset() {
        var home = program.home();
        var desk = SqliteLedger.reset(Home.made(home.exchange()));
        var server = SqliteLedger.reset(Home.made(home.server()));
        var was = desk || server;
        return Outcome.done(new Said(
                was ? "The simulated exchange is gone; the next start begins a new one." : "There was none.",
                out -> out.flag("reset", was)));
    }

    private Outcome serve() {
        var names = venues.stream().map(VenueId::name).toList();
        var doors = new Simulated.Doors(names, port, scenario);
        var seed = program.start().seed();
        try (var server = replay.isEmpty()
                        ? Simulated.serve(program.home().server(), seed, new WallClock(), doors)
                        : Simulated.replay(recordings(), speed(), new WallClock(), doors);
                var stop = new Stop()) {
            var out = session.printer().out();
            server.describe().forEach(out::println);
            out.flush();
            stop.await();
        }
        return new Outcome.Told(ExitStatus.OK);
    }

    /** Of one recording several venues can be served. */
    private List<Simulated.Recorded> recordings() {
        if (venue.isEmpty()) {
            return replay.stream()
                    .map(file -> new Simulated.Recorded(file, Optional.empty()))
                    .toList();
        }
        return IntStream.range(0, venue.size())
                .mapToObj(i -> new Simulated.Recorded(
                        replay.get(Math.min(i, replay.size() - 1)),
                        Optional.of(venue.get(i).name())))
                .toList();
    }

    private Speed speed() {
        if (speed.equals("max")) {
            return Speed.MOST;
        }
        if (!speed.matches("[0-9]{1,5}(\\.[0-9]{1,3})?") || Double.parseDouble(speed) == 0) {
            throw new UnusableInputException("--speed must be a number above 0, or max, not " + speed);
        }
        return new Speed(Double.parseDouble(speed));
    }
}
