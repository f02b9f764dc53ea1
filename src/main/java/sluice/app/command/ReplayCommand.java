package sluice.app.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import sluice.app.Program;
import sluice.app.WallClock;
import sluice.app.venue.Kinds;
import sluice.market.VenueId;
import sluice.net.feed.replay.FrameReplay;
import sluice.net.feed.replay.ReplayReport;
import sluice.net.traffic.TrafficFile;
import sluice.net.traffic.UnableToReadException;
import sluice.report.Failure;
import sluice.report.Json;
import sluice.report.Progress;
import sluice.report.Text;
import sluice.shell.ExitStatus;
import sluice.shell.Outcome;
import sluice.shell.Session;
import sluice.shell.ShellCommand;
import sluice.shell.UnusableInputException;

/** {@code replay}: a line for each instrument of a recording; with {@code --json}, an object. */
@Command(
        footerHeading = "%nExamples:%n",
        footer = {
            "  sluice replay monday.jsonl.gz --venue binance",
            "  sluice replay monday.jsonl.gz --venue binance --json --checkpoints 100"
        })
final class ReplayCommand implements ShellCommand {

    private final Program program;
    private final Session session;

    @Parameters(index = "0", paramLabel = "FILE", description = "The recording.")
    private Path file = Path.of("");

    @Option(names = "--venue", required = true, paramLabel = "V", description = "Whose it is.")
    private VenueId venue = new VenueId("");

    @Option(names = "--checkpoints", paramLabel = "N", description = "Hashes the book every N messages (50).")
    private int checkpoints = 50;

    ReplayCommand(Program program, Session session) {
        this.program = program;
        this.session = session;
    }

    @Override
    public Outcome run() {
        if (checkpoints < 1) {
            throw new UnusableInputException("--checkpoints must be 1 or more");
        }
        var replay = replay();
        try {
            read(replay);
        } catch (UnableToReadException e) {
            tell(replay.reports());
            return Outcome.failed(ExitStatus.REFUSED, Failure.of("RECORDING", String.valueOf(e.getMessage())));
        }
        var reports = replay.reports();
        tell(reports);
        var intact = reports.stream().allMatch(ReplayReport::isIntact);
        return new Outcome.Told(intact ? ExitStatus.OK : ExitStatus.REFUSED);
    }

    private void read(FrameReplay replay) {
        try (var progress = new Progress(session.printer(), session.clock(), "Replaying", "bytes", length())) {
            TrafficFile.read(
                    file,
                    frame -> replay.frame(
                            frame.dir().name().toLowerCase(Locale.ROOT), frame.conn(), frame.url(), frame.data()),
                    progress::at);
        }
    }

    private long length() {
        return file.toFile().length();
    }

    private FrameReplay replay() {
        return Kinds.find(kind())
                .orElseThrow(() -> new UnusableInputException(
                        "there is no replay for " + venue + "; there is " + String.join(", ", Kinds.names())))
                .replay(venue, new WallClock(), checkpoints);
    }

    /** A venue of the configuration is of the kind it says there; any other name is that of a kind. */
    private String kind() {
        return program.start().config().venues().stream()
                .filter(config -> config.venue().equals(venue))
                .map(config -> config.wiring().kind())
                .findFirst()
                .orElse(venue.name());
    }

    private void tell(List<ReplayReport> reports) {
        var printer = session.printer();
        var out = printer.out();
        if (printer.isJson()) {
            reports.forEach(report -> out.println(Json.line(line -> ReplayReports.json(line, report))));
        } else {
            var text = new Text(printer.look());
            ReplayReports.text(text, reports);
            out.print(text);
        }
        out.flush();
    }
}
