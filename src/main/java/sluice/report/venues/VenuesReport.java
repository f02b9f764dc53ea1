package sluice.report.venues;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import sluice.engine.view.VenueView;
import sluice.report.Cell;
import sluice.report.Ink;
import sluice.report.Json;
import sluice.report.Report;
import sluice.report.Table;
import sluice.report.Text;
import sluice.risk.exposure.TradingState;
import sluice.venue.FeedState;
import sluice.venue.LinkHealth;

/** How each venue does. Immutable. */
public record VenuesReport(List<Line> venues) implements Report {

    /** One venue, and what may be sent there. */
    public record Line(VenueView venue, TradingState trading) {

        boolean isReady() {
            return venue.unready().isEmpty();
        }

        long live() {
            return venue.feeds().values().stream()
                    .filter(feed -> feed.state() == FeedState.LIVE)
                    .count();
        }

        private String id() {
            return venue.manifest().venue().name();
        }
    }

    public VenuesReport {
        venues = List.copyOf(venues);
    }

    @Override
    public void json(Json out) {
        out.list("venues", venues, (members, line) -> {
            members.text("venue", line.id())
                    .flag("ready", line.isReady())
                    .text("reason", Optional.of(line.venue.unready()).filter(why -> !why.isEmpty()))
                    .text("trading", line.trading)
                    .number("feedsLive", line.live())
                    .number("feeds", line.venue.feeds().size());
            link(members, line.venue.link());
        });
    }

    private static void link(Json out, Optional<LinkHealth> link) {
        var trips = link.map(LinkHealth::roundTrips);
        var budget = link.map(LinkHealth::budget).filter(found -> !found.limit().isEmpty());
        out.text("breaker", link.map(health -> health.breaker().state()))
                .text("breakerCause", link.flatMap(health -> health.breaker().cause()))
                .text(
                        "breakerWords",
                        link.map(health -> health.breaker().words()).filter(text -> !text.isEmpty()))
                .text("p50Ms", trips.flatMap(LinkHealth.RoundTrips::p50).map(VenuesReport::millis))
                .text("p99Ms", trips.flatMap(LinkHealth.RoundTrips::p99).map(VenuesReport::millis))
                .text("budgetLimit", budget.map(LinkHealth.Budget::limit))
                .number("budgetLeft", budget.map(LinkHealth.Budget::left))
                .text("budgetUsed", link.map(health -> fraction(health.budget().used())))
                .number("pending", link.map(health -> health.pending().all()))
                .number("waiting", link.map(health -> health.pending().waiting()))
                .time("bannedUntil", link.flatMap(LinkHealth::bannedUntil))
                .text("clockOffsetMs", link.flatMap(LinkHealth::clockOffset).map(VenuesReport::millis));
    }

    @Override
    public void text(Text out) {
        var table = new Table(
                "VENUE", "READY", "TRADING", ">FEEDS", "BREAKER", ">P50 MS", ">P99 MS", ">PENDING", ">USED %", "NOTE");
        for (var line : venues) {
            var link = line.venue.link();
            table.row(
                    line.id(),
                    line.isReady() ? new Cell("yes", Ink.GOOD) : new Cell("no", Ink.BAD),
                    new Cell(line.trading.name(), line.trading == TradingState.ACTIVE ? Ink.PLAIN : Ink.WARN),
                    line.live() + "/" + line.venue.feeds().size(),
                    link.map(health -> health.breaker().state()),
                    link.flatMap(health -> health.roundTrips().p50()).map(VenuesReport::millis),
                    link.flatMap(health -> health.roundTrips().p99()).map(VenuesReport::millis),
                    link.map(health -> health.pending().all()),
                    link.map(health -> Math.round(health.budget().used() * 100)),
                    note(line, out));
        }
        out.table(table, "No venues are configured.");
    }

    private static String note(Line line, Text out) {
        var notes = new ArrayList<String>();
        var link = line.venue.link();
        link.flatMap(LinkHealth::bannedUntil).ifPresent(until -> notes.add("banned until " + out.zoned(until)));
        link.flatMap(health -> health.breaker()
                        .cause()
                        .map(cause -> cause + ": " + health.breaker().words()))
                .ifPresent(notes::add);
        if (notes.isEmpty()) {
            notes.add(line.venue.unready());
        }
        return String.join("; ", notes);
    }

    /** Milliseconds to the microsecond. */
    static String millis(Duration duration) {
        return BigDecimal.valueOf(duration.toNanos() / 1_000, 3).toPlainString();
    }

    private static String fraction(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }
}
