package sluice.app.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import sluice.app.WallClock;
import sluice.market.VenueId;
import sluice.market.book.Level;
import sluice.net.traffic.TrafficFile;
import sluice.net.traffic.UnableToReadException;
import sluice.report.Failure;
import sluice.report.Json;
import sluice.report.Table;
import sluice.report.Text;
import sluice.shell.ExitStatus;
import sluice.shell.Outcome;
import sluice.shell.Session;
import sluice.shell.ShellCommand;
import sluice.shell.UnusableInputException;
import sluice.venue.FrameReplay;
import sluice.venue.ReplayReport;
import sluice.venue.binance.market.BinanceReplay;

/** {@code replay}: a line for each instrument of a recording; with {@code --json}, an object. */
@Command(
        footerHeading = "%nExamples:%n",
        footer = {
            "  sluice replay monday.jsonl.gz --venue binance",
            "  sluice replay monday.jsonl.gz --venue binance --json --checkpoints 100"
        })
final class ReplayCommand implements ShellCommand {

    private final Session session;

    @Parameters(index = "0", paramLabel = "FILE", description = "The recording.")
    private Path file = Path.of("");

    @Option(names = "--venue", required = true, paramLabel = "V", description = "Whose it is.")
    private VenueId venue = new VenueId("");

    @Option(names = "--checkpoints", paramLabel = "N", description = "Hashes the book every N messages (50).")
    private int checkpoints = 50;

    ReplayCommand(Session session) {
        this.session = session;
    }

    @Override
    public Outcome run() {
        if (checkpoints < 1) {
            throw new UnusableInputException("--checkpoints must be 1 or more");
        }
        var replay = replay();
        try {
            TrafficFile.read(
                    file,
                    frame -> replay.frame(
                            frame.dir().name().toLowerCase(Locale.ROOT), frame.conn(), frame.url(), frame.data()));
        } catch (UnableToReadException e) {
            tell(replay.reports());
            return Outcome.failed(ExitStatus.REFUSED, Failure.of("RECORDING", String.valueOf(e.getMessage())));
        }
        var reports = replay.reports();
        tell(reports);
        var intact = reports.stream().allMatch(ReplayReport::isIntact);
        return new Outcome.Told(intact ? ExitStatus.OK : ExitStatus.REFUSED);
    }

    private FrameReplay replay() {
        if (!venue.name().equals("binance")) {
            throw new UnusableInputException("there is no replay for " + venue + "; there is binance");
        }
        return new BinanceReplay(venue, new WallClock(), checkpoints);
    }

    private void tell(List<ReplayReport> reports) {
        var printer = session.printer();
        var out = printer.out();
        if (printer.isJson()) {
            reports.forEach(report -> out.println(Json.line(line -> json(line, report))));
        } else {
            var text = new Text(printer.look());
            text(text, reports);
            out.print(text);
        }
        out.flush();
    }

    private static void json(Json line, ReplayReport report) {
        var tally = report.tally();
        line.text("instrument", report.instrument())
                .number("messages", report.messages())
                .number("applied", tally.applied())
                .number("stale", tally.stale())
                .number("gaps", tally.gaps())
                .number("resyncs", tally.resyncs())
                .number("checksumFailures", tally.checksumFailures())
                .number("crossings", tally.crossings())
                .number("malformed", tally.malformed())
                .number("bidLevels", report.end().bids())
                .number("askLevels", report.end().asks());
        best(line, "bestBid", report.end().bestBid());
        best(line, "bestAsk", report.end().bestAsk());
        line.text("sha256", report.end().sha256())
                .number("messagesPerSecond", (long) report.messagesPerSecond())
                .list(
                        "checkpoints",
                        report.checkpoints(),
                        (each, checkpoint) -> each.number("afterBookMsg", checkpoint.afterBookMsg())
                                .text("sha256", checkpoint.sha256()));
    }

    private static void best(Json line, String name, Optional<Level> level) {
        level.ifPresentOrElse(known -> line.texts(name, List.of(known.px(), known.qty())), () -> line.absent(name));
    }

    private static void text(Text text, List<ReplayReport> reports) {
        var table = new Table(
                "INSTRUMENT",
                ">MESSAGES",
                ">APPLIED",
                ">STALE",
                ">GAPS",
                ">RESYNCS",
                ">CHECKSUM",
                ">CROSSED",
                ">MALFORMED",
                ">BIDS",
                ">ASKS",
                ">BEST BID",
                ">BEST ASK",
                ">MSG/S");
        for (var report : reports) {
            var tally = report.tally();
            table.row(
                    report.instrument(),
                    report.messages(),
                    tally.applied(),
                    tally.stale(),
                    tally.gaps(),
                    tally.resyncs(),
                    tally.checksumFailures(),
                    tally.crossings(),
                    tally.malformed(),
                    report.end().bids(),
                    report.end().asks(),
                    report.end().bestBid().map(Level::px),
                    report.end().bestAsk().map(Level::px),
                    (long) report.messagesPerSecond());
        }
        text.table(table, "The recording has no book messages of that venue.");
        for (var report : reports) {
            report.checkpoints()
                    .forEach(each ->
                            text.line(report.instrument() + " after " + each.afterBookMsg() + ": " + each.sha256()));
            text.line(report.instrument() + " at the end: "
                    + report.end().sha256().orElse("no whole book"));
        }
    }
}
