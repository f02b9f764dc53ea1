package sluice.report.quality;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;
import sluice.quality.By;
import sluice.quality.Ending;
import sluice.quality.LatencyFigures;
import sluice.quality.ParentFigures;
import sluice.quality.Quality;
import sluice.report.Cell;
import sluice.report.Ink;
import sluice.report.Json;
import sluice.report.Report;
import sluice.report.Table;
import sluice.report.Text;

/** Measures of executions: groups of children, latencies and the newest parents. Immutable. */
public record QualityReport(Quality quality) implements Report {

    @Override
    public void json(Json out) {
        var question = quality.question();
        out.number("seq", quality.seq())
                .time("since", question.since())
                .texts("by", question.by())
                .list("groups", quality.rows(), this::group)
                .list("total", quality.total(), this::group)
                .list("latency", quality.latencies(), QualityReport::latency)
                .list("parents", quality.parents().newest(), ParentJson::write)
                .number("older", quality.parents().older());
    }

    private void group(Json out, Quality.Row row) {
        var tally = row.tally();
        out.object("group", members -> {
                    for (int i = 0; i < row.group().size(); i++) {
                        members.text(
                                quality.question().by().get(i).name().toLowerCase(Locale.ROOT),
                                row.group().get(i));
                    }
                })
                .text("quote", row.quote())
                .number("children", tally.children())
                .object("endings", members -> {
                    for (var ending : Ending.values()) {
                        members.number(ending.name(), tally.count(ending));
                    }
                })
                .decimal("sent", tally.sent())
                .decimal("filled", tally.filled())
                .decimal("fillRatio", tally.fillRatio().map(ParentJson::ratio))
                .decimal("traded", tally.traded())
                .decimal("fees", tally.fees())
                .decimal("decisionBps", tally.decision().bps().map(ParentJson::bps))
                .decimal("arrivalBps", tally.arrival().bps().map(ParentJson::bps));
    }

    private static void latency(Json out, LatencyFigures each) {
        out.text("venue", each.venue())
                .text("step", each.step())
                .number("count", each.count())
                .number("p50Us", each.p50().toNanos() / 1_000)
                .number("p99Us", each.p99().toNanos() / 1_000)
                .number("p999Us", each.p999().map(span -> span.toNanos() / 1_000))
                .number("maxUs", each.max().toNanos() / 1_000);
    }

    @Override
    public void text(Text out) {
        groups(out);
        latencies(out);
        parents(out);
    }

    private void groups(Text out) {
        var heads = new ArrayList<String>();
        quality.question().by().forEach(by -> heads.add(head(by)));
        heads.add("QUOTE");
        heads.add(">CHILDREN");
        heads.add(">FILL RATIO");
        heads.add(">TRADED");
        heads.add(">FEES");
        heads.add(">BPS V DECISION");
        heads.add(">BPS V ARRIVAL");
        heads.add("NOT FILLED");
        var table = new Table(heads.toArray(String[]::new));
        quality.rows().forEach(row -> row(table, row));
        if (quality.rows().size() > 1) {
            quality.total().forEach(row -> row(table, row));
        }
        out.table(table, "Nothing was sent" + (quality.question().since().isPresent() ? " since then." : " yet."));
    }

    private static String head(By by) {
        return by == By.HOUR ? "HOUR (UTC)" : by.name();
    }

    private void row(Table table, Quality.Row row) {
        var cells = new ArrayList<Object>(row.group());
        while (cells.size() < quality.question().by().size()) {
            cells.add(cells.isEmpty() ? "all" : "");
        }
        var tally = row.tally();
        cells.add(row.quote());
        cells.add(tally.children());
        cells.add(Measures.percent(tally.fillRatio()));
        cells.add(Measures.money(tally.traded()));
        cells.add(Measures.money(tally.fees()));
        cells.add(bps(tally.decision().bps().map(ParentJson::bps)));
        cells.add(bps(tally.arrival().bps().map(ParentJson::bps)));
        cells.add(unfilled(row));
        table.row(cells.toArray());
    }

    private static String unfilled(Quality.Row row) {
        var words = new ArrayList<String>();
        for (var ending : Ending.values()) {
            var count = row.tally().count(ending);
            if (ending != Ending.FILLED && count > 0) {
                words.add(count + " " + ending.name().toLowerCase(Locale.ROOT).replace('_', ' '));
            }
        }
        return String.join(", ", words);
    }

    /** What cost is bad, what was gained is good. */
    private static Object bps(Optional<BigDecimal> bps) {
        return Measures.bps(bps)
                .map(text ->
                        new Cell(text, bps.filter(value -> value.signum() < 0).isPresent() ? Ink.GOOD : Ink.PLAIN));
    }

    private void latencies(Text out) {
        var table = new Table("VENUE", "STEP", "FROM AND TO", ">COUNT", "P50", "P99", "P999", "MAX");
        for (var each : quality.latencies()) {
            table.row(
                    each.venue(),
                    each.step(),
                    each.step().words(),
                    each.count(),
                    Measures.span(each.p50()),
                    Measures.span(each.p99()),
                    each.p999().map(Measures::span).orElse("n/a"),
                    Measures.span(each.max()));
        }
        if (!table.isEmpty()) {
            out.line("").table(table, "");
        }
    }

    private void parents(Text out) {
        var table = new Table(
                "PARENT",
                "SYMBOL",
                "SIDE",
                ">FILLED",
                ">AVG PX",
                ">DECISION",
                ">ARRIVAL",
                ">SUBMIT",
                ">BPS V DECISION",
                ">BPS V ARRIVAL",
                ">FEES");
        quality.parents().newest().forEach(parent -> parent(table, parent));
        if (!table.isEmpty()) {
            out.line("").table(table, "");
        }
        if (quality.parents().older() > 0) {
            out.line(quality.parents().older() + " older ones count above; --last N lists more.");
        }
        if (quality.question().parent().isPresent()) {
            quality.parents().newest().forEach(parent -> ChildrenText.write(out, parent));
        }
    }

    private static void parent(Table table, ParentFigures parent) {
        var costs = parent.costs();
        table.row(
                parent.parentId(),
                parent.terms().symbol(),
                new Cell(parent.terms().side().name(), Ink.of(parent.terms().side())),
                costs.cumQty(),
                ChildrenText.shown(costs.avgPx()),
                ChildrenText.shown(parent.mids().decision()),
                ChildrenText.shown(parent.mids().arrival()),
                ChildrenText.shown(parent.mids().submit()),
                bps(costs.decisionBps().map(ParentJson::bps)),
                bps(costs.arrivalBps().map(ParentJson::bps)),
                ChildrenText.fees(costs));
    }
}
