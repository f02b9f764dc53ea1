package sluice.dash.pane;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sluice.dash.cell.Line;
import sluice.dash.tile.Kind;
import sluice.report.Cell;
import sluice.report.Ink;
import sluice.report.Table;

/** Our executions, newest first. */
public final class FillsPane implements Pane {

    private static final int MOST = 200;

    @Override
    public Kind kind() {
        return Kind.FILLS;
    }

    @Override
    public List<String> hints() {
        return List.of("Enter timeline");
    }

    @Override
    public Content content(Sight sight, Room room) {
        var fills = sight.view().orders().fills();
        var table = new Table("TIME", "SIDE", ">QTY", ">PX", "SYMBOL", "VENUE", "ORDER", "FEE", "");
        var first = Math.max(0, fills.size() - MOST);
        for (int i = fills.size() - 1; i >= first; i--) {
            var fill = fills.get(i);
            var execution = fill.execution();
            table.row(
                    sight.clock(execution.at(), room),
                    new Cell(fill.side().name(), Ink.of(fill.side())),
                    execution.lastQty(),
                    execution.lastPx(),
                    fill.symbol(),
                    fill.ids().venue(),
                    fill.ids().parentId(),
                    execution.fee(),
                    execution.liquidity());
        }
        var lines = sight.lines(table, room);
        var rows = new ArrayList<Content.Row>();
        for (int i = fills.size() - 1; i >= first; i--) {
            var order = fills.get(i).ids().parentId().toString();
            rows.add(new Content.Row(lines.get(rows.size() + 1), Optional.of(order)));
        }
        return new Content(
                Line.of(fills.size() + " so far"), rows.isEmpty() ? List.of() : lines.subList(0, 1), rows, "No fills.");
    }
}
