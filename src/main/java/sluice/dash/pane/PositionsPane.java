package sluice.dash.pane;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import sluice.dash.cell.Line;
import sluice.dash.tile.Kind;
import sluice.engine.view.RiskView;
import sluice.report.Cell;
import sluice.report.Figures;
import sluice.report.Ink;
import sluice.report.Table;
import sluice.shell.orders.Valuation;

/** What we hold and what it is worth, and below it how much of each limit is used. */
public final class PositionsPane implements Pane {

    private static final int BAR = 8;
    private static final double NEAR = 0.8;

    @Override
    public Kind kind() {
        return Kind.POSITIONS;
    }

    @Override
    public List<String> hints() {
        return List.of();
    }

    @Override
    public Content content(Sight sight, Room room) {
        var positions = new Valuation(sight.desk(), sight.view()).all();
        var table = new Table("VENUE", "SYMBOL", ">QTY", ">AVG COST", ">MARK", ">P&L", ">UNREALISED");
        positions.forEach(valued -> table.row(
                valued.position().venue(),
                valued.position().symbol(),
                valued.position().netQty(),
                valued.position().avgCost().map(Figures::readable),
                valued.mark().map(Figures::readable),
                valued.pnl().map(pnl -> new Cell(Figures.cents(pnl), pnl.signum() < 0 ? Ink.BAD : Ink.GOOD)),
                valued.unrealised().map(Figures::cents)));
        var lines = new ArrayList<>(table.isEmpty() ? List.<Line>of() : sight.lines(table, room));
        lines.addAll(uses(sight, room));
        return new Content(
                Line.of(positions.size() + (positions.size() == 1 ? " position" : " positions")),
                List.of(),
                lines.stream().map(Content.Row::of).toList(),
                "No positions, and no limit is used.");
    }

    private static List<Line> uses(Sight sight, Room room) {
        var uses = sight.view().risk().uses();
        if (uses.isEmpty()) {
            return List.of();
        }
        var table = new Table("LIMIT", "SCOPE", ">%", "", ">USED", ">MOST");
        for (var use : uses) {
            var share = share(use);
            var ink = share >= 1 ? Ink.BAD : share >= NEAR ? Ink.WARN : Ink.PLAIN;
            table.row(
                    use.limit(),
                    use.scope(),
                    new Cell(Long.toString(Math.round(share * 100)), ink),
                    new Cell(sight.glyphs().progress(share, BAR), ink),
                    Figures.plain(use.used()
                            .setScale(Math.min(2, Math.max(0, use.used().scale())), RoundingMode.UP)),
                    Figures.plain(use.max()));
        }
        return sight.lines(table, room);
    }

    private static double share(RiskView.Use use) {
        return use.max().signum() == 0
                ? 0
                : use.used().doubleValue() / use.max().doubleValue();
    }
}
