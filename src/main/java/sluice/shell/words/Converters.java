package sluice.shell.words;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.TypeConversionException;
import sluice.engine.Command.Filled;
import sluice.engine.Command.Goal;
import sluice.engine.Command.Resolution;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Side;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.order.Tif;
import sluice.quality.By;

/** How a word becomes a value; what is wrong with one is said in a sentence. */
public final class Converters {

    private static final Pattern DURATION = Pattern.compile("([0-9]{1,9})(ms|s|m|h)");

    private static final Duration LONGEST = Duration.ofDays(30);

    private Converters() {}

    public static void register(CommandLine line) {
        register(line, Amount.class, Amount::of);
        register(line, Symbol.class, Converters::symbol);
        register(line, VenueId.class, Converters::venue);
        register(line, Px.class, Plain::px);
        register(line, BigDecimal.class, text -> Plain.positive(text, "number"));
        register(line, Tif.class, Converters::tif);
        register(line, Side.class, text -> Side.valueOf(oneOf(text, "buy", "sell")));
        register(line, Goal.class, text -> Goal.valueOf(oneOf(text, "filled", "closed", "open")));
        register(line, Resolution.class, Converters::resolution);
        register(line, Filled.class, Converters::filled);
        register(line, OrderName.class, OrderName::new);
        register(line, Duration.class, Converters::duration);
        register(line, Since.class, Since::of);
        register(line, By.class, text -> By.valueOf(oneOf(text, "venue", "type", "hour", "regime")));
    }

    private static <T> void register(CommandLine line, Class<T> type, Function<String, T> reader) {
        line.registerConverter(type, text -> read(text, reader));
    }

    private static <T> T read(String text, Function<String, T> reader) {
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new TypeConversionException(String.valueOf(e.getMessage()));
        }
    }

    /**
     * A symbol; a bare name such as {@code BTC} or {@code BTCUSDT} becomes one without a quote, which nobody lists, so
     * that those it may mean can be told.
     */
    public static Symbol symbol(String text) {
        return text.matches("[A-Za-z0-9]{1,30}") ? Symbol.spot(text.toUpperCase(Locale.ROOT), "") : Symbol.of(text);
    }

    private static VenueId venue(String text) {
        if (!text.matches("[A-Za-z][A-Za-z0-9_-]*")) {
            throw new IllegalArgumentException("not a venue's name: " + Plain.shown(text));
        }
        return new VenueId(text.toLowerCase(Locale.ROOT));
    }

    /** {@code never-accepted} is said too: which of the two it was, the journal knows. */
    private static Resolution resolution(String text) {
        var word = text.equalsIgnoreCase("never-accepted") ? "never-sent" : text;
        return Resolution.valueOf(
                oneOf(word, "filled", "cancelled", "never-sent").replace('-', '_'));
    }

    private static Filled filled(String text) {
        var at = text.indexOf('@');
        if (at < 0) {
            throw new IllegalArgumentException("expected QTY@PX, not " + Plain.shown(text));
        }
        return new Filled(new Qty(Plain.positive(text.substring(0, at), "quantity")), Plain.px(text.substring(at + 1)));
    }

    private static Tif tif(String text) {
        var kind = text.toLowerCase(Locale.ROOT);
        if (kind.startsWith("gtd:")) {
            return gtd(text);
        }
        return Tif.of(oneOf(kind, "gtc", "ioc", "fok", "gtd"));
    }

    private static Tif gtd(String text) {
        try {
            return Tif.of(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "not a UTC time: " + Plain.shown(text.substring(4)) + " (expected gtd:2026-01-31T12:00:00Z)", e);
        }
    }

    /** The word in upper case, when it is one of these. */
    private static String oneOf(String text, String... known) {
        for (var word : known) {
            if (word.equalsIgnoreCase(text)) {
                return word.toUpperCase(Locale.ROOT);
            }
        }
        throw new IllegalArgumentException("expected " + String.join(", ", known) + ", not " + Plain.shown(text));
    }

    /** {@code 500ms}, {@code 10s}, {@code 5m}, {@code 1h}; a bare number is seconds. */
    static Duration duration(String text) {
        var shape = DURATION.matcher(text.matches("[0-9]{1,9}") ? text + "s" : text);
        if (!shape.matches()) {
            throw new IllegalArgumentException(
                    "not a duration: " + Plain.shown(text) + " (expected 500ms, 10s, 5m, 1h)");
        }
        var count = Long.parseLong(shape.group(1));
        var duration = switch (shape.group(2)) {
            case "ms" -> Duration.ofMillis(count);
            case "s" -> Duration.ofSeconds(count);
            case "m" -> Duration.ofMinutes(count);
            default -> Duration.ofHours(count);
        };
        if (duration.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("longer than " + LONGEST.toDays() + " days: " + text);
        }
        return duration;
    }
}
