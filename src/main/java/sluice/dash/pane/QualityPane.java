package sluice.dash.pane;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sluice.dash.cell.Line;
import sluice.dash.cell.Tone;
import sluice.dash.tile.Kind;
import sluice.quality.ParentFigures;
import sluice.quality.Quality;
import sluice.quality.Step;
import sluice.report.Cell;
import sluice.report.Ink;
import sluice.report.Table;
import sluice.report.quality.Measures;

/** What executions cost and how they went: by venue and type, how long the venues took, and order by order. */
public final class QualityPane implements Pane {

    private static final int BAR = 10;

    @Override
    public Kind kind() {
        return Kind.QUALITY;
    }

    @Override
    public List<String> hints() {
        return List.of("Enter timeline", ":quality all of it");
    }

    @Override
    public Content content(Sight sight, Room room) {
        var quality = sight.desk().quality();
        if (!quality.trouble().isEmpty()) {
            return new Content(Line.EMPTY, List.of(), List.of(), "No figures: " + quality.trouble() + ".");
        }
        var rows = new ArrayList<Content.Row>();
        groups(sight, quality, room).forEach(line -> rows.add(Content.Row.of(line)));
        latencies(sight, quality, room).forEach(line -> rows.add(Content.Row.of(line)));
        rows.addAll(parents(sight, quality, room));
        return new Content(
                Line.of("slippage in bps, + is cost", Tone.DIM), List.of(), rows, "Nothing was executed yet.");
    }

    private static List<Line> groups(Sight sight, Quality quality, Room room) {
        var table = new Table("AT", "TYPE", ">FILLED", ">V DECISION", ">V ARRIVAL", ">FEES", "QUOTE");
        for (var row : quality.rows()) {
            var tally = row.tally();
            table.row(
                    row.group().get(0),
                    row.group().size() > 1 ? row.group().get(1) : "",
                    Measures.percent(tally.fillRatio()),
                    bps(tally.decision().bps()),
                    bps(tally.arrival().bps()),
                    Measures.money(tally.fees()),
                    row.quote());
        }
        return table.isEmpty() ? List.of() : sight.lines(table, room);
    }

    private static List<Line> latencies(Sight sight, Quality quality, Room room) {
        var table = new Table("AT", "COMMAND TO VENUE'S WORD", ">COUNT", "P50", "P99");
        quality.latencies().stream()
                .filter(each -> each.step() == Step.PLACE)
                .forEach(each -> table.row(
                        each.venue(), "", each.count(), Measures.span(each.p50()), Measures.span(each.p99())));
        return table.isEmpty() ? List.of() : sight.lines(table, room);
    }

    /** Newest first, each with a bar as long as its slippage is large beside the others'. */
    private static List<Content.Row> parents(Sight sight, Quality quality, Room room) {
        var newest = quality.parents().newest();
        var most = newest.stream()
                .flatMap(parent -> parent.costs().arrivalBps().stream())
                .mapToDouble(bps -> bps.abs().doubleValue())
                .max()
                .orElse(0);
        var table = new Table("ORDER", "SIDE", ">V DECISION", ">V ARRIVAL", "", "SYMBOL");
        for (int i = newest.size() - 1; i >= 0; i--) {
            parent(sight, table, newest.get(i), most);
        }
        if (table.isEmpty()) {
            return List.of();
        }
        var lines = sight.lines(table, room);
        var rows = new ArrayList<Content.Row>();
        rows.add(Content.Row.of(lines.get(0)));
        for (int i = 1; i < lines.size(); i++) {
            var id = newest.get(newest.size() - i).parentId().toString();
            rows.add(new Content.Row(lines.get(i), Optional.of(id)));
        }
        return rows;
    }

    private static void parent(Sight sight, Table table, ParentFigures parent, double most) {
        var arrival = parent.costs().arrivalBps();
        var share = most == 0
                ? 0
                : arrival.map(bps -> bps.abs().doubleValue() / most).orElse(0d);
        table.row(
                parent.parentId(),
                new Cell(parent.terms().side().name(), Ink.of(parent.terms().side())),
                bps(parent.costs().decisionBps()),
                bps(arrival),
                new Cell(sight.glyphs().bar(share, BAR), ink(arrival)),
                parent.terms().symbol());
    }

    private static Optional<Cell> bps(Optional<BigDecimal> bps) {
        var sign = bps.filter(value -> value.signum() > 0).isPresent() ? "+" : "";
        return Measures.bps(bps).map(text -> new Cell(sign + text, ink(bps)));
    }

    private static Ink ink(Optional<BigDecimal> bps) {
        return bps.filter(value -> value.signum() < 0).isPresent() ? Ink.GOOD : Ink.PLAIN;
    }
}
