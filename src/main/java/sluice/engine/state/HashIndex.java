package sluice.engine.state;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.LongFunction;

/**
 * Numbers by hashes, several to a hash where need be, in two words each: for names so many that a map of them would
 * cost more than what they name. Whoever asks has to look whether what is found is meant. Confined to one thread.
 */
final class HashIndex {

    private static final int FIRST = 64;

    /** Hash and number, side by side; no number is 0. */
    private long[] slots = new long[2 * FIRST];

    private int size;

    void add(long hash, long number) {
        if (4 * size >= slots.length) {
            grow();
        }
        size += put(slots, hash, number) ? 1 : 0;
    }

    private void grow() {
        var more = new long[2 * slots.length];
        for (int slot = 0; slot < slots.length; slot += 2) {
            if (slots[slot + 1] != 0) {
                put(more, slots[slot], slots[slot + 1]);
            }
        }
        slots = more;
    }

    /** Makes room for so many at once. */
    void expect(int count) {
        if (size == 0 && 4L * count > slots.length) {
            slots = new long[Integer.highestOneBit(4 * count) * 2];
        }
    }

    /** Whether it was not there yet. */
    private static boolean put(long[] slots, long hash, long number) {
        int slot = first(slots, hash);
        while (slots[slot + 1] != 0) {
            if (slots[slot] == hash && slots[slot + 1] == number) {
                return false;
            }
            slot = slot + 2 & slots.length - 1;
        }
        slots[slot] = hash;
        slots[slot + 1] = number;
        return true;
    }

    private static int first(long[] slots, long hash) {
        return (int) hash << 1 & slots.length - 1;
    }

    /** What is made of the largest number under the hash of which something is made. */
    <T> Optional<T> find(long hash, LongFunction<Optional<T>> maker) {
        var numbers = new long[0];
        for (int slot = first(slots, hash); slots[slot + 1] != 0; slot = slot + 2 & slots.length - 1) {
            if (slots[slot] == hash) {
                numbers = Arrays.copyOf(numbers, numbers.length + 1);
                numbers[numbers.length - 1] = slots[slot + 1];
            }
        }
        Arrays.sort(numbers);
        Optional<T> found = Optional.empty();
        for (int i = numbers.length - 1; i >= 0 && found.isEmpty(); i--) {
            found = maker.apply(numbers[i]);
        }
        return found;
    }
}
