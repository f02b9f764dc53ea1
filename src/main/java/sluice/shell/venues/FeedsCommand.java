package sluice.shell.venues;

import java.util.Comparator;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import sluice.market.VenueId;
import sluice.report.venues.FeedsReport;
import sluice.shell.Outcome;
import sluice.shell.Session;
import sluice.shell.ShellCommand;
import sluice.shell.words.Known;

/** {@code feeds}. */
@Command(
        footerHeading = "%nExamples:%n",
        footer = {"  feeds", "  feeds --venue binance"})
final class FeedsCommand implements ShellCommand {

    private final Session session;

    @Option(names = "--venue", paramLabel = "VENUE", description = "Only there.")
    private Optional<VenueId> venue = Optional.empty();

    FeedsCommand(Session session) {
        this.session = session;
    }

    @Override
    public void check() {
        new Known(session.look()).venue(venue);
    }

    @Override
    public Outcome run() {
        check();
        return Outcome.done(new FeedsReport(session.look().venues().entrySet().stream()
                .filter(at -> venue.filter(id -> !id.equals(at.getKey())).isEmpty())
                .flatMap(at -> at.getValue().feeds().entrySet().stream()
                        .map(feed -> new FeedsReport.Line(at.getKey(), feed.getKey(), feed.getValue()))
                        .sorted(Comparator.comparing(line -> line.feed().toString())))
                .toList()));
    }
}
