package sluice.report.venues;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

/** Lengths of time for people: two units at most. */
final class Spans {

    private Spans() {}

    static String said(Duration span) {
        if (span.toMinutes() < 1) {
            return BigDecimal.valueOf(span.toMillis(), 3).setScale(3, RoundingMode.UNNECESSARY) + " s";
        }
        if (span.toHours() < 1) {
            return span.toMinutes() + " min " + span.toSecondsPart() + " s";
        }
        return span.toDays() < 1
                ? span.toHours() + " h " + span.toMinutesPart() + " min"
                : span.toDays() + " d " + span.toHoursPart() + " h";
    }
}
