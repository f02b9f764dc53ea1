package sluice.health.check;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import sluice.health.alert.Alarm;
import sluice.health.alert.Alert;
import sluice.health.alert.AlertBook;
import sluice.health.alert.Severity;
import sluice.market.VenueId;
import sluice.order.OrderEvent;

/**
 * Looks after the health of the desk and its venues, once a second. Confined to one thread.
 *
 * <ol>
 *   <li>What is not known is not healthy, and no alarm either.
 *   <li>Something raises an alarm once it has not been well for some seconds, and is over once it was well for longer.
 * </ol>
 */
public final class HealthMonitor {

    private static final Duration UNWELL = Duration.ofSeconds(3);
    private static final Duration WELL = Duration.ofSeconds(30);

    private final Limits limits;
    private final AlertBook alerts;
    private final OrderSamples orders =
            new OrderSamples(sample -> watch(sample.venue()).heard(sample));
    private final Map<VenueId, VenueWatch> venues = new TreeMap<>();
    private final Map<String, Check> before = new HashMap<>();
    private final Map<String, Instant> unwell = new HashMap<>();
    private final Map<String, Instant> lastUnwell = new HashMap<>();
    private List<Check> checks = List.of();
    private Instant at = Instant.EPOCH;

    public HealthMonitor(Limits limits, AlertBook alerts) {
        this.limits = limits;
        this.alerts = alerts;
    }

    private VenueWatch watch(VenueId venue) {
        return venues.computeIfAbsent(venue, id -> new VenueWatch(id, limits));
    }

    /** Alerts of an earlier desk: what has lasted since is over once it was well for as long as ever. */
    public void resume(List<Alert> known, Instant now) {
        alerts.resume(known, now);
        known.stream()
                .filter(alert -> alert.alarm().lasting() && alert.cleared().isEmpty())
                .forEach(alert -> lastUnwell.put(alert.alarm().key(), now));
    }

    /** Takes note of what became of an order. */
    public void heard(OrderEvent event) {
        orders.apply(event);
    }

    /** Looks at everything, and raises and clears what follows. */
    public void look(DeskSample desk, List<VenueSample> sampled, Instant now) {
        var found = new ArrayList<>(DeskChecks.of(desk, limits.machine(), now));
        sampled.forEach(sample -> found.addAll(watch(sample.venue()).checks(sample, now)));
        checks = found.stream().map(check -> dated(check, now)).toList();
        checks.forEach(check -> judge(check, now));
        alerts.tick(now);
        at = now;
    }

    private Check dated(Check check, Instant now) {
        var last = Optional.ofNullable(before.get(check.key()));
        var dated = last.filter(known -> known.level() == check.level())
                .map(known -> check.since(known.since()))
                .orElse(check.since(now));
        before.put(check.key(), dated);
        return dated;
    }

    private void judge(Check check, Instant now) {
        var key = check.key();
        if (check.level().compareTo(Level.WARN) >= 0) {
            lastUnwell.put(key, now);
            var begun = unwell.computeIfAbsent(key, first -> now);
            if (!begun.plus(UNWELL).isAfter(now)) {
                alerts.raise(alarm(check), now);
            }
        } else {
            unwell.remove(key);
            var last = lastUnwell.get(key);
            if (last != null && check.level() == Level.OK && !last.plus(WELL).isAfter(now)) {
                lastUnwell.remove(key);
                alerts.clear(key, now);
            }
        }
    }

    private static Alarm alarm(Check check) {
        var severity = check.level() == Level.BAD ? Severity.CRITICAL : Severity.WARNING;
        var where = check.venue().map(id -> id + ": ").orElse("");
        var text = where + check.measure().words() + " " + check.value() + ", " + check.text();
        return Alarm.lasting(check.key(), severity, check.measure().kind(), text);
    }

    /** As it was at the last look. */
    public Health health() {
        return new Health(at, checks, alerts.alerts(), alerts.told());
    }
}
