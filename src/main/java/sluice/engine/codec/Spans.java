package sluice.engine.codec;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where the names and values of one flat JSON object lie in its bytes, so that a replay makes no text of what nobody
 * asks for.
 *
 * <p>It reads what {@link Payload} writes; everything else JSON may look like, escapes before all, goes through Jackson
 * instead. Confined to one thread and reused.
 */
final class Spans {

    private static final JsonFactory JSON = new JsonFactory();
    private static final long ONES = 0x0101010101010101L;
    private static final long TOP_BITS = ONES << 7;
    private static final long QUOTES = ONES * '"';
    private static final long BACKSLASHES = ONES * '\\';

    /** Bounds of a name and of its value, field by field; an array's are those of its items in {@link #items}. */
    private final Bounds fields = new Bounds();

    private final Bounds items = new Bounds();
    private byte[] bytes = new byte[0];
    private int at;

    /** A bit for each name there may be. */
    private long names;

    /** Pairs of where something begins and ends. */
    private static final class Bounds {

        private int[] bounds = new int[128];
        private int size;

        void add(int from, int to) {
            if (2 * size == bounds.length) {
                bounds = Arrays.copyOf(bounds, 2 * bounds.length);
            }
            bounds[2 * size] = from;
            bounds[2 * size + 1] = to;
            size++;
        }

        int from(int index) {
            return bounds[2 * index];
        }

        int to(int index) {
            return bounds[2 * index + 1];
        }
    }

    /** Takes the next object apart. */
    void read(byte[] payload) {
        bytes = payload;
        clear();
        if (!scan()) {
            clear();
            parse(payload);
        }
        names = 0;
        for (int i = 0; i < fields.size; i += 2) {
            names |= bit(fields.from(i), fields.to(i));
        }
    }

    private long bit(int from, int to) {
        return from == to ? 1 : bit(to - from, bytes[from], bytes[to - 1]);
    }

    private static long bit(int length, int first, int last) {
        return 1L << 3 * length + 5 * first + last;
    }

    /** Whether there is no such field, told without looking for it; there may be none all the same. */
    boolean lacks(String name) {
        return (names & bit(name.length(), name.charAt(0), name.charAt(name.length() - 1))) == 0;
    }

    private void clear() {
        fields.size = 0;
        items.size = 0;
    }

    int size() {
        return fields.size / 2;
    }

    byte[] bytes() {
        return bytes;
    }

    int from(int field) {
        return fields.from(2 * field + 1);
    }

    int to(int field) {
        return fields.to(2 * field + 1);
    }

    boolean isNamed(int field, String name) {
        int from = fields.from(2 * field);
        if (fields.to(2 * field) - from != name.length()) {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            if (bytes[from + i] != name.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** The texts of a field that is an array. */
    List<String> texts(int field) {
        var texts = new ArrayList<String>();
        for (int item = from(field); item < to(field); item++) {
            texts.add(Shared.freshText(bytes, items.from(item), items.to(item)));
        }
        return texts;
    }

    private boolean scan() {
        at = 1;
        if (bytes.length < 2 || bytes[0] != '{') {
            return false;
        }
        if (bytes[1] == '}') {
            return bytes.length == 2;
        }
        while (string(fields) && is(':') && value()) {
            if (is('}')) {
                return at == bytes.length;
            }
            if (!is(',')) {
                return false;
            }
        }
        return false;
    }

    /** Steps over this byte, if it is the next. */
    private boolean is(char c) {
        if (at < bytes.length && bytes[at] == c) {
            at++;
            return true;
        }
        return false;
    }

    private boolean value() {
        if (at < bytes.length && bytes[at] == '"') {
            return string(fields);
        }
        return is('[') ? array() : literal();
    }

    /** A string without escapes, its quotes left out. */
    private boolean string(Bounds bounds) {
        if (!is('"')) {
            return false;
        }
        int from = at;
        int end = end(from);
        bounds.add(from, end);
        at = end;
        return is('"');
    }

    /** Where the next quote or backslash is, looked for eight bytes at a time. */
    private int end(int from) {
        int end = from;
        for (; end + Long.BYTES <= bytes.length; end += Long.BYTES) {
            long word = (long) Lately.WORDS.get(bytes, end);
            long found = (zeros(word ^ QUOTES) | zeros(word ^ BACKSLASHES)) & TOP_BITS;
            if (found != 0) {
                return end + (Long.numberOfTrailingZeros(found) >>> 3);
            }
        }
        while (end < bytes.length && bytes[end] != '"' && bytes[end] != '\\') {
            end++;
        }
        return end;
    }

    /** Has the top bit of the lowest byte that is zero set, and none below it. */
    private static long zeros(long word) {
        return word - ONES & ~word;
    }

    private boolean array() {
        int first = items.size;
        if (!is(']')) {
            do {
                if (!string(items)) {
                    return false;
                }
            } while (is(','));
            if (!is(']')) {
                return false;
            }
        }
        fields.add(first, items.size);
        return true;
    }

    /** A whole number, or true; what is false is left out. */
    private boolean literal() {
        int from = at;
        while (at < bytes.length && isOfNumber(bytes[at])) {
            at++;
        }
        if (at == from && !(is('t') && is('r') && is('u') && is('e'))) {
            return false;
        }
        fields.add(from, at);
        return true;
    }

    private static boolean isOfNumber(byte c) {
        return c >= '0' && c <= '9' || c == '-';
    }

    /** The same by Jackson: all texts one after another, in bytes of their own. */
    private void parse(byte[] payload) {
        var out = new ByteArrayOutputStream(payload.length);
        try (var parser = JSON.createParser(payload)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                copy(parser, out, fields);
                if (parser.nextToken() == JsonToken.START_ARRAY) {
                    copyItems(parser, out);
                } else {
                    copy(parser, out, fields);
                }
            }
        } catch (IOException e) {
            throw new UnreadableEventException("not a flat JSON object", e);
        }
        bytes = out.toByteArray();
    }

    private void copyItems(JsonParser parser, ByteArrayOutputStream out) throws IOException {
        int first = items.size;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            copy(parser, out, items);
        }
        fields.add(first, items.size);
    }

    private static void copy(JsonParser parser, ByteArrayOutputStream out, Bounds bounds) throws IOException {
        int from = out.size();
        out.write(parser.getText().getBytes(StandardCharsets.UTF_8));
        bounds.add(from, out.size());
    }
}
