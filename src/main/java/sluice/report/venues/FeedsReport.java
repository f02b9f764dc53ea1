package sluice.report.venues;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import sluice.engine.view.FeedView;
import sluice.market.Stamp;
import sluice.market.VenueId;
import sluice.report.Cell;
import sluice.report.Cut;
import sluice.report.Ink;
import sluice.report.Json;
import sluice.report.Report;
import sluice.report.Table;
import sluice.report.Text;
import sluice.venue.Feed;
import sluice.venue.FeedReason;
import sluice.venue.FeedState;
import sluice.venue.VenueEvent.BadFramesCounted;

/**
 * Where each stream of each venue stands, for how long and why; of many, those that are not live come first, since they
 * are what is looked for. Immutable.
 *
 * @param most lines of text
 * @param now when it was looked at
 */
public record FeedsReport(List<Line> feeds, int most, Stamp now) implements Report {

    /** One stream, and what came over it that should not have. */
    public record Line(VenueId venue, Feed feed, FeedView view, List<BadFramesCounted> bad) {

        public Line {
            bad = List.copyOf(bad);
        }

        private long badFrames() {
            return bad.stream().mapToLong(BadFramesCounted::count).sum();
        }

        boolean isLive() {
            return view.state() == FeedState.LIVE;
        }
    }

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
                        .time("since", line.view.since().at())
                        .number("ageMs", line.view.age(now).toMillis())
                        .decimal("uptime", uptime(line.view, 4))
                        .number("drops", line.view.past().drops())
                        .list(
                                "badFrames",
                                line.bad,
                                (of, counted) -> of.text("kind", counted.kind()).number("count", counted.count())));
    }

    @Override
    public void text(Text out) {
        var table = new Table("VENUE", "FEED", "SYMBOL", "STATE", "FOR", "UP %", "DROPS", ">BAD", "REASON");
        var cut = Cut.of(feeds.size() <= most ? feeds : troubleFirst(), most);
        for (var line : cut.shown()) {
            table.row(
                    line.venue,
                    line.feed.kind(),
                    line.feed.symbol(),
                    new Cell(line.view.state().name(), line.isLive() ? Ink.GOOD : Ink.WARN),
                    Spans.said(line.view.age(now)),
                    uptime(line.view, 4).movePointRight(2),
                    line.view.past().drops(),
                    line.badFrames(),
                    said(line.view));
        }
        out.table(table, "No feeds.");
        if (cut.left() > 0) {
            long live = feeds.stream().filter(Line::isLive).count();
            out.line(live + " of " + feeds.size() + " feeds are LIVE.");
        }
        cut.notice(out, "--symbol or --venue narrows it, --all shows every one");
    }

    private List<Line> troubleFirst() {
        return feeds.stream().sorted(Comparator.comparing(Line::isLive)).toList();
    }

    private BigDecimal uptime(FeedView view, int places) {
        return BigDecimal.valueOf(view.uptime(now)).setScale(places, RoundingMode.DOWN);
    }

    private static String said(FeedView view) {
        var said = view.reason() == FeedReason.READY ? "" : view.reason().name();
        return view.text().isEmpty() ? said : said + ": " + view.text();
    }
}
