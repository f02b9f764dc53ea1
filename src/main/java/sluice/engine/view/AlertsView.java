package sluice.engine.view;

import java.util.List;
import sluice.health.alert.Alert;

/**
 * What operators are alerted to, as far as the journal knows. Immutable.
 *
 * @param happened what the desk alerted to, the last of it, oldest first
 * @param known alerts with their numbers, oldest first: what a later desk goes on with
 */
public record AlertsView(List<AlertView> happened, List<Alert> known) {

    public static final AlertsView NONE = new AlertsView(List.of(), List.of());

    public AlertsView {
        happened = List.copyOf(happened);
        known = List.copyOf(known);
    }
}
