package sluice.shell;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import sluice.engine.health.Vitals;
import sluice.engine.view.AlertView;
import sluice.health.alert.Alarm;
import sluice.health.alert.Alert;
import sluice.health.alert.Notice;
import sluice.health.alert.Severity;
import sluice.health.check.Check;
import sluice.health.check.Health;
import sluice.health.check.Level;
import sluice.health.check.Measure;

/** Alerts that a test wrote down, each told as it was, and a clock that is off. */
record ScriptedVitals(List<AlertView> alerts) implements Vitals {

    /** The kind of an alert that is over. */
    private static final String OVER = "OVER";

    private static final Instant AT = Instant.parse("2026-11-02T09:30:00Z");

    @Override
    public Health now() {
        var checks = List.of(
                new Check(Measure.JOURNAL, Optional.empty(), Level.OK, "p99 1.5 ms", "", AT),
                new Check(Measure.CLOCK, Optional.of(Market.ALPHA), Level.WARN, "700 ms", "more than 500 ms", AT),
                new Check(Measure.FILL_RATE, Optional.of(Market.BETA), Level.UNKNOWN, "", "no order yet", AT));
        return new Health(
                AT,
                checks,
                alerts.stream().map(ScriptedVitals::alert).toList(),
                alerts.stream().map(ScriptedVitals::notice).toList());
    }

    private static Alert alert(AlertView view) {
        var alarm = Alarm.happened(Severity.CRITICAL, view.kind(), view.text());
        var at = view.at().at();
        var over = Optional.of(at).filter(any -> view.kind().equals(OVER));
        return new Alert(view.id(), alarm, at, at, 1, over, Optional.empty());
    }

    private static Notice notice(AlertView view) {
        return new Notice(
                view.id(),
                Notice.Type.RAISED,
                view.id(),
                Severity.CRITICAL,
                view.kind(),
                view.text(),
                view.at().at());
    }

    @Override
    public boolean acknowledge(long alert) {
        return alerts.stream().anyMatch(view -> view.id() == alert);
    }
}
