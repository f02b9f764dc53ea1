package sluice.engine.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Values by numbers that are given out one after another, from 1: a map in all but what it costs to hold a million of
 * them. Confined to one thread.
 */
final class Numbered<T> {

    private final List<@Nullable T> values = new ArrayList<>();

    Optional<T> get(long number) {
        return number < 1 || number > values.size()
                ? Optional.empty()
                : Optional.ofNullable(values.get((int) number - 1));
    }

    void put(long number, T value) {
        while (values.size() < number) {
            values.add(null);
        }
        values.set((int) number - 1, value);
    }

    void remove(long number) {
        values.set((int) number - 1, null);
    }
}
