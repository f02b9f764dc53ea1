package sluice.health.check;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How the desk itself is. */
final class DeskChecks {

    private static final double NANOS_PER_TENTH = 1e5;

    private DeskChecks() {}

    static List<Check> of(DeskSample desk, Limits.Machine limits, Instant now) {
        return List.of(journal(desk, limits, now), inbox(desk, limits, now), memory(desk, limits, now));
    }

    private static Check check(Measure measure, Level level, String value, String text, Instant now) {
        return new Check(measure, Optional.empty(), level, value, text, now);
    }

    private static Check journal(DeskSample desk, Limits.Machine limits, Instant now) {
        if (!desk.journalFault().isEmpty()) {
            return check(Measure.JOURNAL, Level.BAD, "cannot be written", desk.journalFault(), now);
        }
        if (desk.journal().isEmpty()) {
            return check(Measure.JOURNAL, Level.UNKNOWN, "", "nothing was committed yet", now);
        }
        var p99 = desk.journal().get();
        var slow = p99.compareTo(limits.journal()) > 0;
        return check(
                Measure.JOURNAL,
                slow ? Level.WARN : Level.OK,
                "p99 " + Math.round(p99.toNanos() / NANOS_PER_TENTH) / 10.0 + " ms",
                slow ? "above " + limits.journal().toMillis() + " ms" : "",
                now);
    }

    private static Check inbox(DeskSample desk, Limits.Machine limits, Instant now) {
        var full = desk.inbox() > limits.inbox();
        return check(
                Measure.INBOX,
                full ? Level.BAD : Level.OK,
                String.valueOf(desk.inbox()),
                full ? "more than " + limits.inbox() + " wait" : "",
                now);
    }

    private static Check memory(DeskSample desk, Limits.Machine limits, Instant now) {
        var full = desk.memoryPct() > limits.memoryPct();
        return check(
                Measure.MEMORY,
                full ? Level.WARN : Level.OK,
                Math.round(desk.memoryPct()) + "% of the heap",
                full ? "above " + Math.round(limits.memoryPct()) + "%" : "",
                now);
    }
}
