package sluice.engine.codec;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/**
 * Numbers and times in the form in which they are nearly always written, read from bytes; empty for any other form,
 * which the JDK's own readers then take. They are most of what a replay reads.
 */
final class Plain {

    private static final int MOST_DIGITS = 18;
    private static final int SECONDS_PER_DAY = 86_400;
    private static final int NANO_DIGITS = 9;

    /** {@code 2026-11-22T08:24:41} */
    private static final int TO_SECONDS = 19;

    private Plain() {}

    /** At most 18 digits, with a point among them or not, and perhaps a minus before. */
    static Optional<BigDecimal> decimal(byte[] bytes, int from, int to) {
        boolean isNegative = from < to && bytes[from] == '-';
        int start = isNegative ? from + 1 : from;
        long digits = 0;
        int point = to;
        for (int i = start; i < to; i++) {
            int digit = bytes[i] - '0';
            if (bytes[i] == '.' && point == to && i > start && i < to - 1) {
                point = i;
            } else if (digit < 0 || digit > 9) {
                return Optional.empty();
            } else {
                digits = digits * 10 + digit;
            }
        }
        if (start == to || to - start > MOST_DIGITS) {
            return Optional.empty();
        }
        int scale = point == to ? 0 : to - point - 1;
        return Optional.of(BigDecimal.valueOf(isNegative ? -digits : digits, scale));
    }

    /** What {@link Instant#toString} writes, from year 0 to 9999. */
    static Optional<Instant> instant(byte[] bytes, int from, int to) {
        int end = to - 1;
        boolean isWhole = end - from >= TO_SECONDS
                && bytes[end] == 'Z'
                && bytes[from + 4] == '-'
                && bytes[from + 7] == '-'
                && bytes[from + 10] == 'T'
                && bytes[from + 13] == ':'
                && bytes[from + 16] == ':'
                && (end - from == TO_SECONDS || bytes[from + TO_SECONDS] == '.')
                && end - from <= TO_SECONDS + 1 + NANO_DIGITS;
        if (!isWhole) {
            return Optional.empty();
        }
        int year = number(bytes, from, from + 4);
        int month = number(bytes, from + 5, from + 7);
        int day = number(bytes, from + 8, from + 10);
        int hour = number(bytes, from + 11, from + 13);
        int minute = number(bytes, from + 14, from + 16);
        int second = number(bytes, from + 17, from + TO_SECONDS);
        int fraction = end - from == TO_SECONDS ? 0 : number(bytes, from + TO_SECONDS + 1, end);
        boolean isTime = (year | month | day | hour | minute | second | fraction) >= 0
                && month >= 1
                && month <= 12
                && day >= 1
                && day <= YearMonth.of(year, month).lengthOfMonth();
        if (!isTime || hour > 23 || minute > 59 || second > 59) {
            return Optional.empty();
        }
        long days = LocalDate.of(year, month, day).toEpochDay();
        long nanos = fraction;
        for (int digits = end - from - TO_SECONDS - 1; digits < NANO_DIGITS && digits > 0; digits++) {
            nanos *= 10;
        }
        return Optional.of(
                Instant.ofEpochSecond(days * SECONDS_PER_DAY + hour * 3_600L + minute * 60L + second, nanos));
    }

    /** A whole number, perhaps with a minus before. */
    static long whole(byte[] bytes, int from, int to) {
        boolean isNegative = from < to && bytes[from] == '-';
        int start = isNegative ? from + 1 : from;
        if (start == to || to - start > MOST_DIGITS) {
            return Long.parseLong(new String(bytes, from, to - from, StandardCharsets.US_ASCII));
        }
        long number = 0;
        for (int i = start; i < to; i++) {
            int digit = bytes[i] - '0';
            if (digit < 0 || digit > 9) {
                throw new UnreadableEventException("no number where one should be");
            }
            number = number * 10 + digit;
        }
        return isNegative ? -number : number;
    }

    /** Negative when these are not all digits. */
    private static int number(byte[] bytes, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = bytes[i] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return from == to ? -1 : number;
    }
}
