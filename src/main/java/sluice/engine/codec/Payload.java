package sluice.engine.codec;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One flat JSON object being written; what is empty or false is left out. Confined to one thread, for one use.
 *
 * <p>An order waits for three of them. Nearly all of their texts are plain and copied as they are; Jackson escapes the
 * others.
 */
final class Payload {

    private static final int USUAL = 640;

    private byte[] bytes = new byte[USUAL];
    private int length;

    Payload() {
        put('{');
    }

    Payload text(String name, String value) {
        if (!value.isEmpty()) {
            name(name);
            quoted(value);
        }
        return this;
    }

    Payload text(String name, Optional<?> value) {
        return value.isPresent() ? text(name, value.get().toString()) : this;
    }

    Payload decimal(String name, BigDecimal value) {
        return text(name, value.toPlainString());
    }

    Payload number(String name, long value) {
        name(name);
        if (value >= 0 && value < 10) {
            put((char) ('0' + value));
        } else {
            plain(Long.toString(value));
        }
        return this;
    }

    Payload flag(String name, boolean value) {
        if (value) {
            name(name);
            plain("true");
        }
        return this;
    }

    Payload list(String name, List<String> values) {
        if (values.isEmpty()) {
            return this;
        }
        name(name);
        put('[');
        for (int i = 0; i < values.size(); i++) {
            if (i > 0) {
                put(',');
            }
            quoted(values.get(i));
        }
        put(']');
        return this;
    }

    byte[] done() {
        put('}');
        return Arrays.copyOf(bytes, length);
    }

    private void name(String name) {
        if (length > 1) {
            put(',');
        }
        quoted(name);
        put(':');
    }

    private void quoted(String text) {
        put('"');
        if (isPlain(text)) {
            plain(text);
        } else {
            escaped(text);
        }
        put('"');
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c < ' ' || c > '~' || c == '"' || c == '\\') {
                return false;
            }
        }
        return true;
    }

    /** One byte a character. */
    @SuppressWarnings("deprecation")
    private void plain(String text) {
        room(text.length());
        text.getBytes(0, text.length(), bytes, length);
        length += text.length();
    }

    private void escaped(String text) {
        var escaped = JsonStringEncoder.getInstance().quoteAsUTF8(text);
        room(escaped.length);
        System.arraycopy(escaped, 0, bytes, length, escaped.length);
        length += escaped.length;
    }

    private void put(char c) {
        room(1);
        bytes[length++] = (byte) c;
    }

    private void room(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
