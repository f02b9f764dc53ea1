package sluice.shell.venues;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import sluice.engine.view.FeedView;
import sluice.engine.view.VenueView;
import sluice.health.FeedTurn;
import sluice.market.VenueId;
import sluice.report.Cut;
import sluice.report.venues.FeedHistoryReport;
import sluice.report.venues.FeedsReport;
import sluice.shell.Outcome;
import sluice.shell.Session;
import sluice.shell.ShellCommand;
import sluice.shell.UnusableInputException;
import sluice.shell.words.Only;
import sluice.shell.words.Since;
import sluice.venue.Feed;

/** {@code feeds}. */
@Command(
        footerHeading = "%nExamples:%n",
        footer = {"  feeds", "  feeds --venue binance", "  feeds history --since 1h"})
final class FeedsCommand implements ShellCommand {

    private final Session session;

    @Parameters(
            arity = "0..1",
            paramLabel = "history",
            description = "Shows what became of the feeds, with reasons, instead of where they stand.")
    private List<String> words = List.of();

    @Mixin
    private Only only = new Only();

    @Option(names = "--since", paramLabel = "TIME", description = "The history from then on: 10m, 1h, or a UTC time.")
    private Optional<Since> since = Optional.empty();

    @Option(names = "--all", description = "Every one, however many.")
    private boolean all;

    FeedsCommand(Session session) {
        this.session = session;
    }

    @Override
    public void check() {
        if (!words.isEmpty() && !isHistory()) {
            throw new UnusableInputException("expected feeds or feeds history, not feeds " + words.get(0));
        }
        if (since.isPresent() && !isHistory()) {
            throw new UnusableInputException("--since is for feeds history");
        }
        only.check(session.look());
    }

    private boolean isHistory() {
        return words.equals(List.of("history"));
    }

    @Override
    public boolean onlyLooks() {
        return true;
    }

    @Override
    public Outcome run() {
        check();
        return isHistory() ? history() : states();
    }

    private Outcome history() {
        var from = since.map(limit -> limit.from(session.clock().now()));
        var file = new FeedLogFile(session.settings().feeds());
        return Outcome.done(new FeedHistoryReport(
                file.turns(turn -> from.filter(turn.at()::isBefore).isEmpty() && isWanted(turn))));
    }

    private boolean isWanted(FeedTurn turn) {
        return only.at(turn.venue()) && isOf(turn.feed());
    }

    /** A feed that is of no symbol is one of all, and of none in particular. */
    private boolean isOf(Feed feed) {
        return feed.symbol().map(only::of).orElse(only.symbol().isEmpty());
    }

    private static FeedsReport.Line line(VenueId id, VenueView venue, Feed feed, FeedView view) {
        var bad = venue.way().bad().stream()
                .filter(counted -> counted.feed().equals(Optional.of(feed)))
                .toList();
        return new FeedsReport.Line(id, feed, view, bad);
    }

    private Outcome states() {
        return Outcome.done(new FeedsReport(
                session.look().venues().entrySet().stream()
                        .filter(at -> only.at(at.getKey()))
                        .flatMap(at -> at.getValue().feeds().entrySet().stream()
                                .map(feed -> line(at.getKey(), at.getValue(), feed.getKey(), feed.getValue()))
                                .sorted(Comparator.comparing(line -> line.feed().toString())))
                        .filter(line -> isOf(line.feed()))
                        .toList(),
                all ? Integer.MAX_VALUE : Cut.LINES,
                session.clock().stamp()));
    }
}
