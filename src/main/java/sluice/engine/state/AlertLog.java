package sluice.engine.state;

import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import sluice.engine.DeskEvent;
import sluice.engine.view.AlertView;
import sluice.engine.view.AlertsView;
import sluice.health.alert.Alert;

/** The fold of everything about alerts: the last of each, those that are known or over forgotten first. */
final class AlertLog {

    private static final int HAPPENED_KEPT = 1_000;
    private static final int KNOWN_KEPT = 500;

    private final ArrayDeque<AlertView> happened = new ArrayDeque<>();
    private final Map<Long, Alert> known = new LinkedHashMap<>();
    private Optional<AlertsView> view = Optional.of(AlertsView.NONE);

    boolean apply(long seq, DeskEvent.Alerted event) {
        view = Optional.empty();
        if (happened.size() == HAPPENED_KEPT) {
            happened.remove();
        }
        return happened.add(new AlertView(seq, event.kind(), event.text(), event.at()));
    }

    boolean apply(DeskEvent.AlertTurned event) {
        view = Optional.empty();
        var at = event.at().at();
        var alarm = event.alarm();
        var before = known.get(event.alert());
        var now = before == null ? Alert.raised(event.alert(), alarm, at) : before.again(alarm, at);
        known.put(event.alert(), event.over() && before != null ? before.cleared(at) : now);
        forget();
        return true;
    }

    private void forget() {
        if (known.size() > KNOWN_KEPT) {
            var gone = known.values().stream()
                    .filter(alert -> alert.state() != Alert.State.ACTIVE)
                    .findFirst()
                    .orElseGet(() -> known.values().iterator().next());
            known.remove(gone.id());
        }
    }

    boolean apply(DeskEvent.AlertAcknowledged event) {
        view = Optional.empty();
        return known.computeIfPresent(
                        event.alert(), (id, alert) -> alert.acked(event.at().at()))
                != null;
    }

    void restore(AlertsView picture) {
        view = Optional.of(picture);
        happened.addAll(picture.happened());
        picture.known().forEach(alert -> known.put(alert.id(), alert));
    }

    AlertsView view() {
        var shown = view.orElseGet(() -> new AlertsView(
                happened.stream().toList(), known.values().stream().toList()));
        view = Optional.of(shown);
        return shown;
    }
}
