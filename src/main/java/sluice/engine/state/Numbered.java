package sluice.engine.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Values by numbers that are given out one after another, from 1: a map in all but what it costs to hold a million of
 * them. Confined to one thread.
 */
public final class Numbered<T> {

    private final List<@Nullable T> values = new ArrayList<>();

    public Optional<T> get(long number) {
        return number < 1 || number > values.size()
                ? Optional.empty()
                : Optional.ofNullable(values.get((int) number - 1));
    }

    public void put(long number, T value) {
        while (values.size() < number) {
            values.add(null);
        }
        values.set((int) number - 1, value);
    }

    /** By number. */
    Stream<T> all() {
        return values.stream().filter(Objects::nonNull).map(Objects::requireNonNull);
    }

    void replaceAll(UnaryOperator<T> change) {
        values.replaceAll(value -> value == null ? null : change.apply(value));
    }
}
