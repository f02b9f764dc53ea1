package sluice.dash.pane;

import java.util.ArrayList;
import java.util.List;
import sluice.dash.cell.Line;
import sluice.dash.cell.Tone;
import sluice.dash.tile.Kind;

/** What an operator should know, newest first; what still stands between journal and venues before that. */
public final class AlertsPane implements Pane {

    private static final int MOST = 200;

    @Override
    public Kind kind() {
        return Kind.ALERTS;
    }

    @Override
    public List<String> hints() {
        return List.of();
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
        var alerts = view.alerts();
        for (int i = alerts.size() - 1; i >= Math.max(0, alerts.size() - MOST); i--) {
            var alert = alerts.get(i);
            rows.add(Content.Row.of(Line.of(sight.clock(alert.at().at()) + " ", Tone.DIM)
                    .plus(alert.kind() + " ", Tone.WARN)
                    .plus(alert.text())));
        }
        return new Content(Line.of(alerts.size() + " so far"), List.of(), rows, "No alerts.");
    }
}
