package sluice.dash.pane;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sluice.dash.cell.Age;
import sluice.dash.cell.Line;
import sluice.dash.cell.Tone;
import sluice.dash.tile.Kind;
import sluice.engine.view.VenueView;
import sluice.engine.view.View;
import sluice.health.check.Level;
import sluice.health.check.Measure;
import sluice.market.VenueId;
import sluice.market.book.LiveBook;
import sluice.report.Cell;
import sluice.report.Ink;
import sluice.report.Table;
import sluice.venue.Feed;
import sluice.venue.FeedState;
import sluice.venue.LinkHealth;
import sluice.venue.VenueEvent.BadFramesCounted;

/** How each venue does: whether orders may go there, its feeds and how old they are, and the way to it. */
public final class VenuesPane implements Pane {

    private static final int TREND = 10;

    /** By then its books count for nothing. */
    private static final Duration OLD = Duration.ofSeconds(5);

    @Override
    public Kind kind() {
        return Kind.VENUES;
    }

    @Override
    public List<String> hints() {
        return List.of();
    }

    @Override
    public Content content(Sight sight, Room room) {
        var table = new Table(
                "VENUE",
                "STATE",
                "FEEDS",
                "AGE",
                ">P50 ms",
                ">P99 ms",
                ">RECON/h",
                ">ERR %",
                "BREAKER",
                ">USED %",
                "P99, 60 s",
                ">BAD");
        sight.view().venues().forEach((id, venue) -> row(sight, table, id, venue));
        var lines = sight.lines(table, room);
        var ready = sight.view().venues().entrySet().stream()
                .filter(venue ->
                        VenueStatus.of(sight, venue.getKey(), venue.getValue()).isReady())
                .count();
        var all = sight.view().venues().size();
        return new Content(
                Line.of(ready + " of " + all + " ready", ready == all ? Tone.PLAIN : Tone.BAD),
                lines.isEmpty() ? List.of() : lines.subList(0, 1),
                rows(sight.view(), lines),
                "No venues.");
    }

    /** Below a venue that is not ready, why. */
    private static List<Content.Row> rows(View view, List<Line> lines) {
        var rows = new ArrayList<Content.Row>();
        var next = 1;
        for (var venue : view.venues().values()) {
            rows.add(Content.Row.of(lines.get(next++)));
            if (!venue.unready().isEmpty()) {
                rows.add(Content.Row.of(Line.of("  " + venue.unready(), Tone.WARN)));
            }
        }
        return rows;
    }

    private static void row(Sight sight, Table table, VenueId id, VenueView venue) {
        var trips = venue.link().map(LinkHealth::roundTrips);
        table.row(
                id,
                state(sight, id, venue),
                feeds(venue),
                age(sight, id),
                trips.flatMap(LinkHealth.RoundTrips::p50).map(VenuesPane::millis),
                trips.flatMap(LinkHealth.RoundTrips::p99).map(VenuesPane::millis),
                health(sight, id, Measure.RECONNECTS),
                health(sight, id, Measure.ERROR_RATE),
                venue.link().map(link -> breaker(link.breaker())),
                venue.link()
                        .map(LinkHealth::budget)
                        .filter(budget -> !budget.limit().isEmpty())
                        .map(budget -> percent(budget.used())),
                sight.glyphs().spark(sight.trails().p99(id), TREND),
                venue.way().bad().stream().mapToLong(BadFramesCounted::count).sum());
    }

    private static Cell state(Sight sight, VenueId id, VenueView venue) {
        var status = VenueStatus.of(sight, id, venue);
        var left = status.left().map(time -> " " + Age.said(time)).orElse("");
        return new Cell(status.word() + left, status.isReady() ? Ink.GOOD : status.isOurs() ? Ink.WARN : Ink.BAD);
    }

    /** The first word of what was found; nothing where too little is known. */
    private static Cell health(Sight sight, VenueId id, Measure measure) {
        return sight.desk().vitals().now().checks().stream()
                .filter(check -> check.measure() == measure && check.venue().equals(Optional.of(id)))
                .findFirst()
                .filter(check -> !check.value().isEmpty())
                .map(check -> new Cell(
                        check.value().split(" ", 2)[0].replace("%", ""),
                        check.level().compareTo(Level.WARN) >= 0 ? Ink.BAD : Ink.PLAIN))
                .orElse(new Cell("-", Ink.DIM));
    }

    private static Cell feeds(VenueView venue) {
        var live = venue.feeds().values().stream()
                .filter(feed -> feed.state() == FeedState.LIVE)
                .count();
        var all = venue.feeds().size();
        var worst = venue.feeds().entrySet().stream()
                .filter(feed -> feed.getValue().state() != FeedState.LIVE)
                .min((one, other) -> Boolean.compare(!isPrivate(one.getKey()), !isPrivate(other.getKey())))
                .map(feed -> " " + feed.getKey().kind() + " " + feed.getValue().state())
                .orElse("");
        return new Cell(live + "/" + all + worst, live == all ? Ink.PLAIN : Ink.BAD);
    }

    private static boolean isPrivate(Feed feed) {
        return feed.kind() == Feed.Kind.PRIVATE;
    }

    /** Of the book that was silent longest. */
    private static Optional<Cell> age(Sight sight, VenueId id) {
        return sight.desk().books().stream()
                .filter(book -> book.venue().equals(id))
                .flatMap(book -> provenNanos(book).stream())
                .min(Long::compare)
                .map(sight::since)
                .map(age -> new Cell(Age.said(age), age.compareTo(OLD) > 0 ? Ink.BAD : Ink.PLAIN));
    }

    private static Optional<Long> provenNanos(LiveBook book) {
        return book.read(1).map(ladder -> ladder.provenNanos());
    }

    private static String millis(Duration span) {
        return BigDecimal.valueOf(span.toNanos(), 6)
                .setScale(1, RoundingMode.HALF_EVEN)
                .toPlainString();
    }

    private static Cell breaker(LinkHealth.Breaker breaker) {
        var cause = breaker.cause().map(why -> " " + why).orElse("");
        return new Cell(breaker.state() + cause, breaker.state() == LinkHealth.State.CLOSED ? Ink.PLAIN : Ink.BAD);
    }

    private static String percent(double share) {
        return Long.toString(Math.round(share * 100));
    }
}
