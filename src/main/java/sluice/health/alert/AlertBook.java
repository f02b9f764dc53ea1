package sluice.health.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All alerts, and what operators are told of them. Confined to one thread.
 *
 * <ol>
 *   <li>What is raised again while it stands is counted, not told.
 *   <li>Of one kind no more than a few a minute are told one by one; the others are summed up.
 *   <li>What nobody acknowledged is told again, each time after a longer while; what only happened, if it was critical
 *       or happened again.
 *   <li>What comes back soon after it was over is the same alert, and not told anew.
 * </ol>
 */
public final class AlertBook {

    private static final int KEPT = 500;
    private static final int TOLD_KEPT = 200;
    private static final int ONE_BY_ONE = 5;
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration SOON = Duration.ofMinutes(5);
    private static final List<Duration> AGAIN =
            List.of(MINUTE, Duration.ofMinutes(5), Duration.ofMinutes(15), Duration.ofMinutes(60));

    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final Map<String, Flood> floods = new HashMap<>();
    private final ArrayDeque<Notice> told = new ArrayDeque<>();
    private final List<Alert> turned = new ArrayList<>();
    private long lastId;
    private long lastNotice;

    /** One alert, and how far its telling has come. */
    private static final class Entry {
        private Alert alert;
        private boolean told;
        private long toldCount = 1;
        private int repeats;
        private Instant next;

        Entry(Alert alert, Instant next) {
            this.alert = alert;
            this.next = next;
        }
    }

    /** How many of a kind were told lately, and how many were not. */
    private static final class Flood {
        private Instant from;
        private int told;
        private long held;
        private Severity severity = Severity.WARNING;

        Flood(Instant from) {
            this.from = from;
        }
    }

    public void raise(Alarm alarm, Instant now) {
        var known = entries.get(alarm.key());
        if (known == null || isLongOver(known, now)) {
            entries.remove(alarm.key());
            begin(alarm, now);
            return;
        }
        var isBack = known.alert.cleared().isPresent();
        known.alert = known.alert.again(alarm, now);
        if (isBack) {
            turned.add(known.alert);
        }
    }

    private static boolean isLongOver(Entry entry, Instant now) {
        var over = entry.alert.cleared();
        var done = over.or(() -> entry.alert.alarm().lasting() ? Optional.empty() : entry.alert.acked());
        return done.filter(at -> !at.plus(SOON).isAfter(now)).isPresent();
    }

    private void begin(Alarm alarm, Instant now) {
        var alert = Alert.raised(++lastId, alarm, now);
        turned.add(alert);
        var entry = new Entry(alert, now.plus(AGAIN.get(0)));
        entries.put(alarm.key(), entry);
        var flood = flood(alarm.kind(), now);
        if (flood.told < ONE_BY_ONE) {
            flood.told++;
            entry.told = true;
            tell(Notice.Type.RAISED, alert, alarm.text(), now);
        } else {
            flood.held++;
            flood.severity = alarm.severity() == Severity.CRITICAL ? Severity.CRITICAL : flood.severity;
        }
        trim();
    }

    private Flood flood(String kind, Instant now) {
        var flood = floods.computeIfAbsent(kind, first -> new Flood(now));
        if (flood.held == 0 && !flood.from.plus(MINUTE).isAfter(now)) {
            flood.from = now;
            flood.told = 0;
        }
        return flood;
    }

    /**
     * Those of earlier desks, by their numbers and as they stood: what nobody acknowledged and is not over is told
     * again after a while, the others no more.
     */
    public void resume(List<Alert> alerts, Instant now) {
        for (var alert : alerts) {
            var entry = new Entry(alert, now.plus(AGAIN.get(0)));
            entry.told = true;
            entry.toldCount = alert.count();
            entries.put(alert.alarm().key(), entry);
            lastId = Math.max(lastId, alert.id());
        }
    }

    /** One of an earlier desk that gave it no number: it is listed as over, and told no more. */
    public void remember(Alarm alarm, Instant at) {
        var alert = Alert.raised(++lastId, alarm, at).cleared(at);
        entries.put(alarm.key(), new Entry(alert, at));
        trim();
    }

    /** Those that are over or known go first. */
    private void trim() {
        if (entries.size() <= KEPT) {
            return;
        }
        var gone = entries.values().stream()
                .filter(entry -> entry.alert.state() != Alert.State.ACTIVE)
                .findFirst()
                .orElseGet(() -> entries.values().iterator().next());
        entries.remove(gone.alert.alarm().key());
    }

    public void clear(String key, Instant now) {
        var entry = entries.get(key);
        if (entry == null || entry.alert.cleared().isPresent()) {
            return;
        }
        entry.alert = entry.alert.cleared(now);
        turned.add(entry.alert);
        if (entry.told && entry.alert.acked().isEmpty()) {
            tell(Notice.Type.CLEARED, entry.alert, entry.alert.alarm().text(), now);
        }
    }

    /** Whether there is such an alert. */
    public boolean acknowledge(long id, Instant now) {
        for (var entry : entries.values()) {
            if (entry.alert.id() == id) {
                entry.alert = entry.alert.acked(now);
                return true;
            }
        }
        return false;
    }

    /** Tells what is to be told by now: summaries, and once more what nobody acknowledged. */
    public void tick(Instant now) {
        floods.forEach((kind, flood) -> {
            if (flood.held > 0 && !flood.from.plus(MINUTE).isAfter(now)) {
                sumUp(kind, flood, now);
            }
        });
        entries.values().forEach(entry -> repeat(entry, now));
    }

    private void sumUp(String kind, Flood flood, Instant now) {
        var text = flood.held + " more alerts of the kind " + kind + " within a minute; `alerts` lists them";
        keep(new Notice(++lastNotice, Notice.Type.SUMMARY, 0, flood.severity, kind, text, now));
        flood.held = 0;
        flood.told = 0;
        flood.from = now;
    }

    private void repeat(Entry entry, Instant now) {
        var alert = entry.alert;
        if (!entry.told || alert.state() != Alert.State.ACTIVE || now.isBefore(entry.next)) {
            return;
        }
        var more = alert.count() - entry.toldCount;
        var lasting = alert.alarm().lasting();
        entry.next = now.plus(AGAIN.get(Math.min(++entry.repeats, AGAIN.size() - 1)));
        if (lasting || alert.alarm().severity() == Severity.CRITICAL || more > 0) {
            var times = lasting || more == 0 ? "" : " (" + more + " more times)";
            entry.toldCount = alert.count();
            tell(Notice.Type.REPEATED, alert, alert.alarm().text() + times, now);
        }
    }

    private void tell(Notice.Type type, Alert alert, String text, Instant now) {
        var alarm = alert.alarm();
        keep(new Notice(++lastNotice, type, alert.id(), alarm.severity(), alarm.kind(), text, now));
    }

    private void keep(Notice notice) {
        told.add(notice);
        if (told.size() > TOLD_KEPT) {
            told.remove();
        }
    }

    /** Takes those that began to stand or were over since this was last asked, each as it was then. */
    public List<Alert> takeTurned() {
        var taken = List.copyOf(turned);
        turned.clear();
        return taken;
    }

    /** Oldest first. */
    public List<Alert> alerts() {
        var alerts = new ArrayList<Alert>();
        entries.values().forEach(entry -> alerts.add(entry.alert));
        alerts.sort((one, other) -> Long.compare(one.id(), other.id()));
        return alerts;
    }

    /** What was told last, oldest first. */
    public List<Notice> told() {
        return List.copyOf(told);
    }
}
