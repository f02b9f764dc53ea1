package sluice.report.desk;

import java.util.List;
import java.util.Optional;
import sluice.engine.view.DifferenceView;
import sluice.report.Cell;
import sluice.report.Ink;
import sluice.report.Json;
import sluice.report.Table;
import sluice.report.Text;

/** What stands between journal and venues, as several reports show it. */
final class Differences {

    private Differences() {}

    static void json(Json out, DifferenceView each) {
        out.text("id", each.name())
                .text("venue", each.venue())
                .number("row", each.row())
                .text("key", each.key())
                .text("explanation", each.text())
                .text("parentId", Optional.of(each.parentId()).filter(id -> id.number() != 0))
                .flag("break", each.isBreak())
                .time("since", each.since().at());
    }

    static void text(Text out, List<DifferenceView> differences) {
        if (differences.isEmpty()) {
            return;
        }
        var table = new Table("ID", "VENUE", ">ROW", out.timeHead(), "STANDS IN THE JOURNAL");
        for (var each : differences) {
            table.row(
                    new Cell(each.name(), each.isBreak() ? Ink.BAD : Ink.PLAIN),
                    each.venue(),
                    each.row(),
                    out.time(each.since().at()),
                    each.text());
        }
        out.table(table, "");
    }
}
