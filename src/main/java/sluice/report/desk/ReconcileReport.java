package sluice.report.desk;

import java.util.TreeMap;
import sluice.engine.Answer;
import sluice.report.Cell;
import sluice.report.Ink;
import sluice.report.Json;
import sluice.report.Report;
import sluice.report.Table;
import sluice.report.Text;

/** In what journal and venues differ, and what follows from it. Immutable. */
public record ReconcileReport(Answer.Reconciled reconciled) implements Report {

    @Override
    public void json(Json out) {
        out.list(
                        "plan",
                        reconciled.plan(),
                        (members, line) -> members.text("venue", line.venue())
                                .text("order", line.order())
                                .number("row", line.row())
                                .text("explanation", line.explanation())
                                .object(
                                        "evidence",
                                        basis -> basis.text(
                                                        "grade", line.evidence().grade())
                                                .texts("ids", line.evidence().ids()))
                                .texts("events", line.events())
                                .flag("remains", line.remains()))
                .flag("applied", reconciled.applied())
                .object(
                        "unreached",
                        members -> new TreeMap<>(reconciled.unreached())
                                .forEach((venue, why) -> members.text(venue.name(), why)))
                .list("open", reconciled.open(), Differences::json);
    }

    @Override
    public void text(Text out) {
        var table = new Table("VENUE", "ORDER", ">ROW", "WHAT", "PROOF", "EVENTS", "REMAINS");
        for (var line : reconciled.plan()) {
            table.row(
                    line.venue(),
                    line.order(),
                    line.row(),
                    line.explanation(),
                    line.evidence().grade(),
                    String.join(", ", line.events()),
                    line.remains() ? new Cell("yes", Ink.BAD) : new Cell("no", Ink.PLAIN));
        }
        var agree = reconciled.open().isEmpty() ? "Journal and venues agree." : "Nothing is to be appended.";
        out.table(table, agree);
        new TreeMap<>(reconciled.unreached())
                .forEach((venue, why) -> out.line(out.ink(Ink.BAD, "Not asked: " + venue + ", " + why)));
        if (!reconciled.plan().isEmpty()) {
            out.line(reconciled.applied() ? "Applied." : "Nothing was changed; reconcile --apply appends the events.");
        }
        Differences.text(out, reconciled.open());
    }
}
