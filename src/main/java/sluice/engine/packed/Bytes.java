package sluice.engine.packed;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import sluice.market.Stamp;
import sluice.market.Symbol;

/** Bytes being written, small numbers in few of them. Confined to one thread. */
public final class Bytes {

    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /** From here on the first byte of a number says how many follow. */
    private static final int LONG = 0x100 - Long.BYTES;

    /** What always fits a long. */
    private static final int MOST_DIGITS = 18;

    private byte[] buffer = new byte[1 << 12];
    private int size;

    public byte[] done() {
        return Arrays.copyOf(buffer, size);
    }

    public Bytes bool(boolean value) {
        room(1);
        buffer[size++] = (byte) (value ? 2 : 0);
        return this;
    }

    /** One byte when it is small; otherwise how many bytes it takes, and these. Signs are folded in. */
    public Bytes number(long value) {
        var folded = (value << 1) ^ (value >> 63);
        room(1 + Long.BYTES);
        if (folded >= 0 && folded < LONG) {
            buffer[size++] = (byte) folded;
            return this;
        }
        int length = Long.BYTES - (Long.numberOfLeadingZeros(folded) >>> 3);
        buffer[size] = (byte) (LONG + length - 1);
        WORDS.set(buffer, size + 1, folded);
        size += 1 + length;
        return this;
    }

    public Bytes text(String value) {
        var start = size;
        number(value.length());
        room(value.length());
        for (int i = 0; i < value.length(); i++) {
            var next = value.charAt(i);
            if (next >= 0x80) {
                size = start;
                return utf8(value.getBytes(StandardCharsets.UTF_8));
            }
            buffer[size++] = (byte) next;
        }
        return this;
    }

    private Bytes utf8(byte[] utf8) {
        number(utf8.length);
        room(utf8.length);
        System.arraycopy(utf8, 0, buffer, size, utf8.length);
        size += utf8.length;
        return this;
    }

    public Bytes decimal(BigDecimal value) {
        if (value.precision() <= MOST_DIGITS) {
            return number(2L * value.scale() + 1)
                    .number(value.scaleByPowerOfTen(value.scale()).longValue());
        }
        var unscaled = value.unscaledValue();
        var isSmall = unscaled.bitLength() < Long.SIZE;
        number(2L * value.scale() + (isSmall ? 1 : 0));
        return isSmall ? number(unscaled.longValue()) : text(unscaled.toString(Character.MAX_RADIX));
    }

    public Bytes instant(Instant value) {
        return number(value.getEpochSecond()).number(value.getNano());
    }

    public Bytes stamp(Stamp value) {
        return instant(value.at()).number(value.nanos());
    }

    /** Few bytes for a moment near another. */
    Bytes stamp(Stamp value, Stamp base) {
        return instant(value.at(), base).number(value.nanos() - base.nanos());
    }

    Bytes instant(Instant value, Stamp base) {
        return number(value.getEpochSecond() - base.at().getEpochSecond())
                .number(value.getNano() - base.at().getNano());
    }

    public Bytes choice(Enum<?> value) {
        return text(value.name());
    }

    public <T> Bytes optional(Optional<T> value, Consumer<T> writer) {
        bool(value.isPresent());
        value.ifPresent(writer);
        return this;
    }

    public <T> Bytes all(Collection<T> values, Consumer<T> writer) {
        number(values.size());
        values.forEach(writer);
        return this;
    }

    /** Eight bytes, whatever the number. */
    Bytes whole(long value) {
        room(Long.BYTES);
        WORDS.set(buffer, size, value);
        size += Long.BYTES;
        return this;
    }

    void appendTo(Bytes out) {
        out.raw(buffer, 0, size);
    }

    Bytes raw(byte[] from, int at, int length) {
        room(length);
        System.arraycopy(from, at, buffer, size, length);
        size += length;
        return this;
    }

    int size() {
        return size;
    }

    /** Begins again. */
    void clear() {
        size = 0;
    }

    void copyTo(byte[] target, int at) {
        System.arraycopy(buffer, 0, target, at, size);
    }

    private void room(int more) {
        if (size + more > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, size + more));
        }
    }

    /** The same bytes being read. */
    public static final class Reader {

        private final byte[] buffer;
        private int at;

        public Reader(byte[] buffer) {
            this(buffer, 0);
        }

        Reader(byte[] buffer, int at) {
            this.buffer = buffer;
            this.at = at;
        }

        public boolean bool() {
            return number() != 0;
        }

        public long number() {
            int first = buffer[at++] & 0xFF;
            long folded = first < LONG ? first : word(first - LONG + 1);
            return (folded >>> 1) ^ -(folded & 1);
        }

        private long word(int length) {
            long word = 0;
            for (int i = length - 1; i >= 0; i--) {
                word = word << 8 | buffer[at + i] & 0xFF;
            }
            at += length;
            return word;
        }

        long whole() {
            return word(Long.BYTES);
        }

        public int count() {
            return (int) number();
        }

        public String text() {
            var length = count();
            at += length;
            return new String(buffer, at - length, length, StandardCharsets.UTF_8);
        }

        public BigDecimal decimal() {
            var form = number();
            var scale = (int) (form >> 1);
            return (form & 1) == 1
                    ? BigDecimal.valueOf(number(), scale)
                    : new BigDecimal(new BigInteger(text(), Character.MAX_RADIX), scale);
        }

        public Instant instant() {
            var seconds = number();
            return Instant.ofEpochSecond(seconds, number());
        }

        public Stamp stamp() {
            var instant = instant();
            return new Stamp(instant, number());
        }

        Stamp stamp(Stamp base) {
            var instant = instant(base);
            return new Stamp(instant, base.nanos() + number());
        }

        Instant instant(Stamp base) {
            var seconds = base.at().getEpochSecond() + number();
            return Instant.ofEpochSecond(seconds, base.at().getNano() + number());
        }

        public Symbol symbol() {
            return Symbol.of(text());
        }

        public <T> Optional<T> optional(Supplier<T> reader) {
            return bool() ? Optional.of(reader.get()) : Optional.empty();
        }

        public <T> List<T> list(Supplier<T> reader) {
            var size = count();
            var list = new ArrayList<T>(size);
            for (int i = 0; i < size; i++) {
                list.add(reader.get());
            }
            return list;
        }

        byte[] buffer() {
            return buffer;
        }

        int at() {
            return at;
        }

        void skip(int bytes) {
            at += bytes;
        }
    }
}
