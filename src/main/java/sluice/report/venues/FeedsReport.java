package sluice.report.venues;

import java.util.List;
import java.util.Optional;
import sluice.engine.view.FeedView;
import sluice.market.VenueId;
import sluice.report.Cell;
import sluice.report.Ink;
import sluice.report.Json;
import sluice.report.Report;
import sluice.report.Table;
import sluice.report.Text;
import sluice.venue.Feed;
import sluice.venue.FeedReason;
import sluice.venue.FeedState;

/** Where each stream of each venue stands, since when and why. Immutable. */
public record FeedsReport(List<Line> feeds) implements Report {

    /** One stream. */
    public record Line(VenueId venue, Feed feed, FeedView view) {}

    public FeedsReport {
        feeds = List.copyOf(feeds);
    }

    @Override
    public void json(Json out) {
        out.list(
                "feeds",
                feeds,
                (members, line) -> members.text("venue", line.venue)
                        .text("kind", line.feed.kind())
                        .text("symbol", line.feed.symbol())
                        .text("state", line.view.state())
                        .text("code", line.view.reason())
                        .text("reason", Optional.of(line.view.text()).filter(words -> !words.isEmpty()))
                        .time("since", line.view.since().at()));
    }

    private static String said(FeedView view) {
        var said = view.reason() == FeedReason.READY ? "" : view.reason().name();
        return view.text().isEmpty() ? said : said + ": " + view.text();
    }

    @Override
    public void text(Text out) {
        var table = new Table("VENUE", "FEED", "SYMBOL", "STATE", out.timeHead(), "REASON");
        for (var line : feeds) {
            table.row(
                    line.venue,
                    line.feed.kind(),
                    line.feed.symbol(),
                    new Cell(line.view.state().name(), line.view.state() == FeedState.LIVE ? Ink.GOOD : Ink.WARN),
                    out.time(line.view.since().at()),
                    said(line.view));
        }
        out.table(table, "No feeds.");
    }
}
