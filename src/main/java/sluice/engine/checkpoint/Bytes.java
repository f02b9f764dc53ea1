package sluice.engine.checkpoint;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Consumer;
import sluice.engine.codec.Shared;
import sluice.engine.codec.Texts;
import sluice.market.Stamp;
import sluice.market.Symbol;

/** Bytes being written, small numbers in few of them. Confined to one thread. */
final class Bytes {

    private byte[] buffer = new byte[1 << 16];
    private int size;

    byte[] done() {
        return Arrays.copyOf(buffer, size);
    }

    Bytes bool(boolean value) {
        return number(value ? 1 : 0);
    }

    /** Seven bits a byte, lowest first, signs folded in. */
    Bytes number(long value) {
        var rest = (value << 1) ^ (value >> 63);
        room(10);
        while ((rest & ~0x7FL) != 0) {
            buffer[size++] = (byte) (rest & 0x7F | 0x80);
            rest >>>= 7;
        }
        buffer[size++] = (byte) rest;
        return this;
    }

    Bytes text(String value) {
        var utf8 = value.getBytes(StandardCharsets.UTF_8);
        number(utf8.length);
        room(utf8.length);
        System.arraycopy(utf8, 0, buffer, size, utf8.length);
        size += utf8.length;
        return this;
    }

    Bytes decimal(BigDecimal value) {
        var unscaled = value.unscaledValue();
        number(value.scale());
        if (unscaled.bitLength() < Long.SIZE) {
            return bool(true).number(unscaled.longValue());
        }
        return bool(false).text(unscaled.toString(Character.MAX_RADIX));
    }

    Bytes instant(Instant value) {
        return number(value.getEpochSecond()).number(value.getNano());
    }

    Bytes stamp(Stamp value) {
        return instant(value.at()).number(value.nanos());
    }

    Bytes choice(Enum<?> value) {
        return text(value.name());
    }

    <T> Bytes optional(Optional<T> value, Consumer<T> writer) {
        bool(value.isPresent());
        value.ifPresent(writer);
        return this;
    }

    <T> Bytes all(Collection<T> values, Consumer<T> writer) {
        number(values.size());
        values.forEach(writer);
        return this;
    }

    private void room(int more) {
        if (size + more > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, size + more));
        }
    }

    /** The same bytes being read. */
    static final class Reader {

        private final byte[] buffer;
        private final Texts texts = new Texts();
        private final Shared shared = new Shared();
        private int at;

        Reader(byte[] buffer) {
            this.buffer = buffer;
        }

        boolean bool() {
            return number() != 0;
        }

        long number() {
            long folded = 0;
            for (int shift = 0; ; shift += 7) {
                var next = buffer[at++];
                folded |= (long) (next & 0x7F) << shift;
                if (next >= 0) {
                    return (folded >>> 1) ^ -(folded & 1);
                }
            }
        }

        int count() {
            return (int) number();
        }

        String text() {
            var length = count();
            at += length;
            return texts.of(buffer, at - length, at);
        }

        BigDecimal decimal() {
            var scale = (int) number();
            return bool()
                    ? BigDecimal.valueOf(number(), scale)
                    : new BigDecimal(new BigInteger(text(), Character.MAX_RADIX), scale);
        }

        Instant instant() {
            var seconds = number();
            return Instant.ofEpochSecond(seconds, number());
        }

        Stamp stamp() {
            var instant = instant();
            return new Stamp(instant, number());
        }

        Symbol symbol() {
            return shared.symbol(text());
        }

        Shared shared() {
            return shared;
        }

        boolean isDone() {
            return at == buffer.length;
        }
    }
}
