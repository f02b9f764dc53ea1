package sluice.engine.checkpoint;

import sluice.engine.packed.Bytes;
import sluice.engine.view.AlertView;
import sluice.engine.view.AlertsView;
import sluice.health.alert.Alarm;
import sluice.health.alert.Alert;
import sluice.health.alert.Severity;

/** Alerts as bytes and back. */
final class AlertBytes {

    private AlertBytes() {}

    static void write(Bytes out, AlertsView alerts) {
        out.all(
                alerts.happened(),
                alert -> out.number(alert.id())
                        .text(alert.kind())
                        .text(alert.text())
                        .stamp(alert.at()));
        out.all(alerts.known(), alert -> known(out, alert));
    }

    private static void known(Bytes out, Alert alert) {
        var alarm = alert.alarm();
        out.number(alert.id())
                .text(alarm.key())
                .choice(alarm.severity())
                .text(alarm.kind())
                .text(alarm.text())
                .bool(alarm.lasting());
        out.instant(alert.since()).instant(alert.last()).number(alert.count());
        out.optional(alert.cleared(), out::instant).optional(alert.acked(), out::instant);
    }

    static AlertsView read(Bytes.Reader in) {
        var happened = in.list(() -> {
            var id = in.number();
            var kind = in.text();
            var text = in.text();
            return new AlertView(id, kind, text, in.stamp());
        });
        return new AlertsView(happened, in.list(() -> known(in)));
    }

    private static Alert known(Bytes.Reader in) {
        var id = in.number();
        var key = in.text();
        var severity = Severity.valueOf(in.text());
        var kind = in.text();
        var text = in.text();
        var alarm = new Alarm(key, severity, kind, text, in.bool());
        var since = in.instant();
        var last = in.instant();
        var count = in.number();
        var cleared = in.optional(in::instant);
        return new Alert(id, alarm, since, last, count, cleared, in.optional(in::instant));
    }
}
