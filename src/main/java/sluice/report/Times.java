package sluice.report;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Times as text; by hand, because a formatter's locale data costs a short run more than all the rest of it. */
final class Times {

    private Times() {}

    /** ISO-8601 UTC with microseconds. */
    static String utc(Instant at) {
        var time = LocalDateTime.ofInstant(at, ZoneOffset.UTC);
        return date(time) + "T" + clock(time) + "." + padded(time.getNano() / 1_000, 6) + "Z";
    }

    /** Date and time of day to the millisecond, without the zone. */
    static String local(Instant at, ZoneId zone) {
        var time = LocalDateTime.ofInstant(at, zone);
        return date(time) + " " + clock(time) + "." + padded(time.getNano() / 1_000_000, 3);
    }

    private static String date(LocalDateTime time) {
        return padded(time.getYear(), 4) + "-" + padded(time.getMonthValue(), 2) + "-"
                + padded(time.getDayOfMonth(), 2);
    }

    private static String clock(LocalDateTime time) {
        return padded(time.getHour(), 2) + ":" + padded(time.getMinute(), 2) + ":" + padded(time.getSecond(), 2);
    }

    private static String padded(int value, int width) {
        var digits = Integer.toString(value);
        return "0".repeat(Math.max(0, width - digits.length())) + digits;
    }
}
