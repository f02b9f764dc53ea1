package sluice.health.check;

import java.time.Instant;
import java.util.List;
import sluice.health.alert.Alert;
import sluice.health.alert.Notice;

/**
 * What is well and what is not, and what operators were told. Immutable.
 *
 * @param at when it was looked at; what is older than a few seconds is not to be relied on
 * @param checks of the desk and of each venue
 * @param alerts oldest first, those that are over included for a while
 * @param told the last notices, oldest first
 */
public record Health(Instant at, List<Check> checks, List<Alert> alerts, List<Notice> told) {

    public static final Health NONE = new Health(Instant.EPOCH, List.of(), List.of(), List.of());

    public Health {
        checks = List.copyOf(checks);
        alerts = List.copyOf(alerts);
        told = List.copyOf(told);
    }

    /** The worst of all checks; not known before the first look. */
    public Level level() {
        return checks.stream().map(Check::level).reduce(Level::worse).orElse(Level.UNKNOWN);
    }

    /** Those that nobody acknowledged and that are not over. */
    public List<Alert> active() {
        return alerts.stream()
                .filter(alert -> alert.state() == Alert.State.ACTIVE)
                .toList();
    }
}
