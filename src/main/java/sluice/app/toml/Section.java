package sluice.app.toml;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.tomlj.TomlArray;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;
import sluice.shell.words.Suggestions;

/**
 * One table of the file, asked for its keys one by one: a key nobody asks for is unknown.
 *
 * <p>What is wrong is noted, and the default stands in for it, so that one look finds everything. Confined to one
 * thread.
 */
public final class Section {

    private static final Pattern DURATION = Pattern.compile("([0-9]{1,9})(ms|s|m|h)");
    private static final int MOST_ITEMS = 10_000;

    private final String file;
    private final String path;
    private final Optional<TomlTable> table;
    private final List<Flaw> flaws;
    private final Set<String> asked = new LinkedHashSet<>();

    public Section(String file, String path, Optional<TomlTable> table, List<Flaw> flaws) {
        this.file = file;
        this.path = path;
        this.table = table;
        this.flaws = flaws;
    }

    public boolean isThere() {
        return table.isPresent();
    }

    /** Keys that are there, for tables whose keys are names. */
    public Set<String> names() {
        return table.map(TomlTable::keySet).orElse(Set.of());
    }

    public Section section(String key) {
        var inner = value(key).flatMap(value -> typed(key, value, TomlTable.class, "a table"));
        return new Section(file, dotted(key), inner, flaws);
    }

    public Optional<String> text(String key) {
        return value(key).flatMap(value -> typed(key, value, String.class, "text in quotes"));
    }

    public String text(String key, String usual) {
        return text(key).orElse(usual);
    }

    public boolean flag(String key, boolean usual) {
        return value(key)
                .flatMap(value -> typed(key, value, Boolean.class, "true or false"))
                .orElse(usual);
    }

    public OptionalLong whole(String key) {
        return value(key).flatMap(value -> typed(key, value, Long.class, "a whole number")).stream()
                .mapToLong(number -> number)
                .findFirst();
    }

    public long whole(String key, long usual, long least, long most) {
        var number = whole(key).orElse(usual);
        if (number < least || number > most) {
            wrong(key, "must be between " + least + " and " + most);
            return usual;
        }
        return number;
    }

    public int count(String key, int usual, int least) {
        return (int) whole(key, usual, least, Integer.MAX_VALUE);
    }

    /** Whether exactly that text stands there, where otherwise something else may. */
    public boolean says(String key, String word) {
        return value(key).filter(word::equals).isPresent();
    }

    /** A number, or a decimal in quotes, which is exact at any size. */
    public Optional<BigDecimal> decimal(String key) {
        return value(key).flatMap(value -> decimal(key, value));
    }

    private Optional<BigDecimal> decimal(String key, Object value) {
        if (value instanceof Long whole) {
            return Optional.of(BigDecimal.valueOf(whole));
        }
        if (value instanceof Double fraction && !fraction.isNaN() && !fraction.isInfinite()) {
            return Optional.of(BigDecimal.valueOf(fraction));
        }
        if (value instanceof String text && text.matches("[0-9]{1,30}(\\.[0-9]{1,30})?")) {
            return Optional.of(new BigDecimal(text));
        }
        wrong(key, "must be a number, or a plain decimal in quotes");
        return Optional.empty();
    }

    /** {@code "500ms"}, {@code "10s"}, {@code "5m"} or {@code "1h"}. */
    public Duration duration(String key, Duration usual) {
        return parsed(key, usual, Section::duration);
    }

    private static Duration duration(String text) {
        var shape = DURATION.matcher(text);
        if (!shape.matches()) {
            throw new IllegalArgumentException("must be a time such as \"500ms\", \"10s\", \"5m\" or \"1h\"");
        }
        var count = Long.parseLong(shape.group(1));
        return switch (shape.group(2)) {
            case "ms" -> Duration.ofMillis(count);
            case "s" -> Duration.ofSeconds(count);
            case "m" -> Duration.ofMinutes(count);
            default -> Duration.ofHours(count);
        };
    }

    /**
     * A text that means something else; the parser throws {@link IllegalArgumentException} that says what it is not.
     */
    public <T> T parsed(String key, T usual, Function<String, T> parser) {
        return text(key).flatMap(text -> attempt(key, text, parser)).orElse(usual);
    }

    public <T> List<T> list(String key, List<T> usual, Function<String, T> parser) {
        var array = value(key).flatMap(value -> typed(key, value, TomlArray.class, "a list"));
        if (array.isEmpty()) {
            return usual;
        }
        var items = new ArrayList<T>();
        if (array.get().size() > MOST_ITEMS) {
            wrong(key, "must have " + MOST_ITEMS + " items at most");
            return usual;
        }
        for (int i = 0; i < array.get().size(); i++) {
            if (array.get().get(i) instanceof String text) {
                attempt(key, text, parser).ifPresent(items::add);
            } else {
                wrong(key, "must be a list of texts in quotes");
            }
        }
        return items;
    }

    private <T> Optional<T> attempt(String key, String text, Function<String, T> parser) {
        try {
            return Optional.of(parser.apply(text));
        } catch (IllegalArgumentException e) {
            wrong(key, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    /** Notes every key that was not asked for. */
    public void end() {
        for (var key : names()) {
            if (!asked.contains(key)) {
                wrong(key, "is no key of the configuration" + Suggestions.of(key, asked));
            }
        }
    }

    public void wrong(String key, String message) {
        var at = table.map(there -> there.inputPositionOf(List.of(key))).orElse(TomlPosition.positionAt(1, 1));
        flaws.add(new Flaw(file, at.line(), at.column(), dotted(key), message));
    }

    private Optional<Object> value(String key) {
        asked.add(key);
        return table.map(there -> there.get(List.of(key)));
    }

    private <T> Optional<T> typed(String key, Object value, Class<T> type, String expected) {
        if (type.isInstance(value)) {
            return Optional.of(type.cast(value));
        }
        wrong(key, "must be " + expected);
        return Optional.empty();
    }

    private String dotted(String key) {
        var name = key.matches("[A-Za-z0-9_-]+") ? key : "\"" + key + "\"";
        return path.isEmpty() ? name : path + "." + name;
    }
}
