package sluice.report.venues;

import java.math.BigDecimal;
import java.time.Duration;
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
        out.text("breaker", link.map(LinkHealth::breaker))
                .text("p50Ms", link.flatMap(LinkHealth::p50).map(VenuesReport::millis))
                .text("p99Ms", link.flatMap(LinkHealth::p99).map(VenuesReport::millis))
                .text("budgetUsed", link.map(health -> fraction(health.budgetUsed())))
                .number("pending", link.map(LinkHealth::pending))
                .time("bannedUntil", link.flatMap(LinkHealth::bannedUntil))
                .text("clockOffsetMs", link.map(LinkHealth::clockOffset).map(VenuesReport::millis));
    }

    @Override
    public void text(Text out) {
        var table =
                new Table("VENUE", "READY", "TRADING", ">FEEDS", "BREAKER", ">P50 MS", ">P99 MS", ">BUDGET %", "NOTE");
        for (var line : venues) {
            var link = line.venue.link();
            table.row(
                    line.id(),
                    line.isReady() ? new Cell("yes", Ink.GOOD) : new Cell("no", Ink.BAD),
                    new Cell(line.trading.name(), line.trading == TradingState.ACTIVE ? Ink.PLAIN : Ink.WARN),
                    line.live() + "/" + line.venue.feeds().size(),
                    link.map(LinkHealth::breaker),
                    link.flatMap(LinkHealth::p50).map(VenuesReport::millis),
                    link.flatMap(LinkHealth::p99).map(VenuesReport::millis),
                    link.map(health -> Math.round(health.budgetUsed() * 100)),
                    link.flatMap(LinkHealth::bannedUntil)
                            .map(until -> "banned until " + out.zoned(until))
                            .orElse(line.venue.unready()));
        }
        out.table(table, "No venues are configured.");
    }

    /** Milliseconds to the microsecond. */
    static String millis(Duration duration) {
        return BigDecimal.valueOf(duration.toNanos() / 1_000, 3).toPlainString();
    }

    private static String fraction(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }
}
