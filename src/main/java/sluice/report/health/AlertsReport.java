package sluice.report.health;

import java.util.List;
import sluice.health.alert.Alert;
import sluice.health.alert.Severity;
import sluice.report.Cell;
import sluice.report.Ink;
import sluice.report.Json;
import sluice.report.Report;
import sluice.report.Table;
import sluice.report.Text;

/** Alerts, oldest first. Immutable. */
public record AlertsReport(List<Alert> alerts) implements Report {

    public AlertsReport {
        alerts = List.copyOf(alerts);
    }

    @Override
    public void json(Json out) {
        out.list("alerts", alerts, AlertsReport::alert);
    }

    static void alert(Json out, Alert alert) {
        var alarm = alert.alarm();
        out.text("id", alert.name())
                .text("state", alert.state())
                .text("severity", alarm.severity())
                .text("kind", alarm.kind())
                .text("text", alarm.text())
                .number("count", alert.count())
                .time("since", alert.since())
                .time("last", alert.last())
                .time("over", alert.cleared())
                .time("acknowledged", alert.acked());
    }

    @Override
    public void text(Text out) {
        var table = new Table("ID", "STATE", "SEVERITY", "KIND", ">TIMES", out.timeHead(), "TEXT");
        for (var alert : alerts) {
            var alarm = alert.alarm();
            var ink = alarm.severity() == Severity.CRITICAL ? Ink.BAD : Ink.WARN;
            table.row(
                    alert.name(),
                    alert.state(),
                    new Cell(alarm.severity().name(), alert.state() == Alert.State.ACTIVE ? ink : Ink.DIM),
                    alarm.kind(),
                    alert.count(),
                    out.time(alert.since()),
                    alarm.text());
        }
        out.table(table, "No alerts.");
    }
}
