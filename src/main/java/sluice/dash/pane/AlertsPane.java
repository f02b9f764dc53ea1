package sluice.dash.pane;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import sluice.dash.cell.Line;
import sluice.dash.cell.Tone;
import sluice.dash.tile.Kind;
import sluice.health.alert.Alarm;
import sluice.health.alert.Alert;
import sluice.health.alert.Severity;

/** What an operator should know: what stands between journal and venues, then alerts, first those still active. */
public final class AlertsPane implements Pane {

    private static final int MOST = 200;

    @Override
    public Kind kind() {
        return Kind.ALERTS;
    }

    @Override
    public List<String> hints() {
        return List.of("Enter all of it", "a acknowledge");
    }

    @Override
    public Content content(Sight sight, Room room) {
        var rows = new ArrayList<Content.Row>();
        var view = sight.view();
        if (!view.journalFault().isEmpty()) {
            rows.add(Content.Row.of(Line.of("JOURNAL FAULT " + view.journalFault(), Tone.BAD)));
        }
        view.orders().accounts().differences().stream()
                .filter(each -> each.isBreak())
                .forEach(each -> rows.add(Content.Row.of(Line.of(each.name() + " " + each.venue() + " ", Tone.BAD)
                        .plus(each.text()))));
        var alerts = sight.desk().vitals().now().alerts();
        var newest = new ArrayList<>(alerts.subList(Math.max(0, alerts.size() - MOST), alerts.size()));
        Collections.reverse(newest);
        newest.sort(Comparator.comparing(alert -> alert.state() != Alert.State.ACTIVE));
        newest.forEach(alert -> rows.add(Content.Row.of(line(sight, alert, room))));
        return new Content(Line.of(sight.alerts().size() + " active"), List.of(), rows, "No alerts.");
    }

    private static Line line(Sight sight, Alert alert, Room room) {
        var alarm = alert.alarm();
        var begun = Line.of(sight.clock(alert.since(), room) + " " + alert.name() + " ", Tone.DIM);
        if (alert.state() != Alert.State.ACTIVE) {
            return begun.plus(alert.state() + " " + kind(alarm) + alarm.text(), Tone.DIM);
        }
        var tone = alarm.severity() == Severity.CRITICAL ? Tone.BAD : Tone.WARN;
        return kind(alarm).isEmpty()
                ? begun.plus(alarm.text(), tone)
                : begun.plus(kind(alarm), tone).plus(alarm.text());
    }

    /** A check that is not well says itself what it is. */
    private static String kind(Alarm alarm) {
        return alarm.kind().startsWith("HEALTH_") ? "" : alarm.kind() + " ";
    }
}
