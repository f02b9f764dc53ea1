package sluice.app.watch;

import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.time.Duration;
import java.util.Locale;
import sluice.engine.Desk;
import sluice.engine.view.VenueView;
import sluice.engine.view.View;
import sluice.health.alert.Severity;
import sluice.health.check.Health;
import sluice.order.parent.ParentOrder;
import sluice.quality.LatencyFigures;
import sluice.quality.Quality;
import sluice.quality.Tally;

/** What a desk shows at a moment, as gauges. It reads published views, and never waits for the desk. */
final class Metrics {

    private static final double NANOS_PER_SECOND = 1e9;

    private final Gauges gauges = new Gauges();

    private Metrics() {}

    static MetricSnapshots of(Desk desk) {
        var metrics = new Metrics();
        metrics.desk(desk.view());
        metrics.health(desk.vitals().now());
        metrics.quality(desk.quality());
        return metrics.gauges.all();
    }

    private void desk(View view) {
        var working = view.orders().working();
        gauges.put("journal_seq", "The last journaled event.", view.seq())
                .put("orders_open", "Parents that are not over.", working.size())
                .put(
                        "orders_in_doubt",
                        "Parents of which nobody knows what became of a request.",
                        working.stream().filter(ParentOrder::isInDoubt).count())
                .put("fills", "Fills in the journal.", view.orders().fills().size())
                .put(
                        "differences",
                        "Where journal and venues do not agree.",
                        view.orders().accounts().differences().size());
        view.venues().forEach((id, venue) -> venue(id.name(), venue));
        for (var use : view.risk().uses()) {
            var labels = new String[] {"limit", use.limit(), "scope", use.scope()};
            gauges.put("limit_used", "What of a limit is used.", use.used().doubleValue(), labels)
                    .put("limit_max", "The limit.", use.max().doubleValue(), labels);
        }
    }

    private void venue(String name, VenueView venue) {
        var ready = venue.unready().isEmpty() ? 1 : 0;
        gauges.put("venue_ready", "Whether new orders may go there.", ready, "venue", name);
        venue.link().ifPresent(link -> {
            gauges.put(
                    "budget_used",
                    "Share of the limit used most.",
                    link.budget().used(),
                    "venue",
                    name);
            link.roundTrips()
                    .p99()
                    .ifPresent(p99 -> gauges.put(
                            "round_trip_p99_seconds", "Round trips of order requests.", seconds(p99), "venue", name));
        });
    }

    private static double seconds(Duration span) {
        return span.toNanos() / NANOS_PER_SECOND;
    }

    private void health(Health health) {
        for (var check : health.checks()) {
            gauges.put(
                    "health",
                    "0 well, 1 not known, 2 a warning, 3 bad.",
                    check.level().ordinal(),
                    "measure",
                    lower(check.measure()),
                    "venue",
                    check.venue().map(Object::toString).orElse(""));
        }
        for (var severity : Severity.values()) {
            var count = health.active().stream()
                    .filter(alert -> alert.alarm().severity() == severity)
                    .count();
            gauges.put("alerts_active", "Alerts that nobody acknowledged.", count, "severity", lower(severity));
        }
    }

    private static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }

    private void quality(Quality quality) {
        for (var row : quality.rows()) {
            if (row.group().size() == quality.question().by().size()
                    && row.group().size() == 2) {
                tally(
                        row.tally(),
                        "venue",
                        row.group().get(0),
                        "type",
                        lower(row.group().get(1)),
                        "quote",
                        row.quote());
            }
        }
        quality.latencies().forEach(this::latency);
    }

    private static String lower(String word) {
        return word.toLowerCase(Locale.ROOT);
    }

    private void tally(Tally tally, String... labels) {
        tally.fillRatio()
                .ifPresent(ratio ->
                        gauges.put("fill_ratio", "Filled by sent, of what is over.", ratio.doubleValue(), labels));
        tally.decision()
                .bps()
                .ifPresent(bps -> gauges.put(
                        "decision_slippage_bps", "Against the decision; positive is cost.", bps.doubleValue(), labels));
        tally.arrival()
                .bps()
                .ifPresent(bps -> gauges.put(
                        "arrival_slippage_bps", "Against the arrival; positive is cost.", bps.doubleValue(), labels));
        gauges.put("fees", "Fees in quote.", tally.fees().doubleValue(), labels);
        gauges.put("traded", "Traded in quote.", tally.traded().doubleValue(), labels);
    }

    private void latency(LatencyFigures each) {
        var help = "How long a step of an order takes.";
        var venue = each.venue().name();
        var step = lower(each.step());
        gauges.put("step_seconds", help, seconds(each.p50()), "venue", venue, "step", step, "quantile", "0.5");
        gauges.put("step_seconds", help, seconds(each.p99()), "venue", venue, "step", step, "quantile", "0.99");
        each.p999()
                .ifPresent(p999 -> gauges.put(
                        "step_seconds", help, seconds(p999), "venue", venue, "step", step, "quantile", "0.999"));
        gauges.put("step_count", "How often it was timed.", each.count(), "venue", venue, "step", step);
    }
}
