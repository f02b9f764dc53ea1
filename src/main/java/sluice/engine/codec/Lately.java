package sluice.engine.codec;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Makes values of bytes, and gives the same value for the same bytes where it was made lately: a history says few
 * things very often, and should neither make nor hold them each time. Confined to one thread.
 */
final class Lately<T> {

    /** Little-endian words of bytes. */
    static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final int PLACES = 512;
    private static final int LONGEST = 40;
    private static final long MIX = 0x9E3779B97F4A7C15L;

    private final byte[][] keys = new byte[PLACES][0];
    private final List<Optional<T>> values = new ArrayList<>(Collections.nCopies(PLACES, Optional.empty()));
    private final Maker<T> maker;

    /** Makes the value of some bytes. */
    interface Maker<T> {
        T make(byte[] bytes, int from, int to);
    }

    Lately(Maker<T> maker) {
        this.maker = maker;
    }

    T of(byte[] bytes, int from, int to) {
        if (to - from > LONGEST) {
            return maker.make(bytes, from, to);
        }
        int place = place(bytes, from, to);
        var known = values.get(place);
        var key = keys[place];
        if (known.isPresent() && Arrays.equals(key, 0, key.length, bytes, from, to)) {
            return known.get();
        }
        var made = maker.make(bytes, from, to);
        keys[place] = Arrays.copyOfRange(bytes, from, to);
        values.set(place, Optional.of(made));
        return made;
    }

    private static int place(byte[] bytes, int from, int to) {
        long hash = (long) to - from;
        if (hash < Long.BYTES) {
            for (int i = from; i < to; i++) {
                hash = hash << 8 | bytes[i];
            }
            hash *= MIX;
        } else {
            int last = to - Long.BYTES;
            for (int i = from; i < last; i += Long.BYTES) {
                hash = (hash ^ (long) WORDS.get(bytes, i)) * MIX;
            }
            hash = (hash ^ (long) WORDS.get(bytes, last)) * MIX;
        }
        return (int) (hash >>> 32) & PLACES - 1;
    }
}
