package sluice.net.text;

import sluice.market.book.DepthSink;
import sluice.market.book.LevelSink;
import sluice.market.book.Scale;

/**
 * Levels as the venue writes them, {@code [["60000.01000000","1.50000000"], ...]}, read straight into scaled longs.
 *
 * <p>One loop over the digits with the scale known beforehand; only a decimal longer than the scale, or anything else
 * unusual, takes the slow way. Confined to one thread.
 */
public final class LevelWire {

    private final JsonBytes json;
    private final DepthSink sink;
    private long value;

    public LevelWire(JsonBytes json, DepthSink sink) {
        this.json = json;
        this.sink = sink;
    }

    /** Reads all levels of one side. */
    public void read(LevelSink side) {
        if (!json.open('[', ']')) {
            return;
        }
        byte[] bytes = json.bytes;
        do {
            int i = json.at;
            i = bytes[i] == '[' && bytes[i + 1] == '"' ? i + 2 : spaced('[');
            i = decimal(i, sink.pxScale(), true);
            long px = value;
            if (bytes[i] == ',' && bytes[i + 1] == '"') {
                i += 2;
            } else {
                json.at = i;
                i = spaced(',');
            }
            i = decimal(i, sink.qtyScale(), false);
            side.add(px, value);
            json.at = i;
        } while (next());
    }

    /** Consumes a quoted price, as a level that is an object has it. */
    public long px() {
        json.expect('"');
        json.at = decimal(json.at, sink.pxScale(), true);
        return value;
    }

    /** Consumes a quoted quantity, as a level that is an object has it. */
    public long qty() {
        json.expect('"');
        json.at = decimal(json.at, sink.qtyScale(), false);
        return value;
    }

    /** Consumes the end of a level, and the comma after it or the end of all. */
    private boolean next() {
        int i = json.at;
        if (json.bytes[i] == ']' && json.bytes[i + 1] == ',') {
            json.at = i + 2;
            return true;
        }
        rest();
        return json.more(']');
    }

    /** Consumes this byte and a quote, with white space before them. */
    private int spaced(char c) {
        json.expect(c);
        json.expect('"');
        return json.at;
    }

    /** Old recordings have an empty third element. */
    private void rest() {
        while (json.more(']')) {
            json.skip();
        }
    }

    /** Leaves the value of the digits that start here, and answers where the quote after them ends. */
    private int decimal(int start, int scale, boolean price) {
        byte[] bytes = json.bytes;
        int i = start;
        long read = 0;
        int digit = bytes[i] - '0';
        while (digit >= 0 && digit <= 9) {
            read = read * 10 + digit;
            digit = bytes[++i] - '0';
        }
        int missing = scale;
        int whole = i - start;
        if (bytes[i] == '.') {
            int stop = i + 1 + scale;
            digit = bytes[++i] - '0';
            while (i < stop && digit >= 0 && digit <= 9) {
                read = read * 10 + digit;
                digit = bytes[++i] - '0';
            }
            missing = stop - i;
            while (missing == 0 && bytes[i] == '0') {
                i++;
            }
        }
        if (bytes[i] != '"' || bytes[i - 1] == '.' || whole == 0 || whole + scale > Scale.LONGEST) {
            return unusual(start, price);
        }
        value = missing == 0 ? read : read * Scale.power(missing);
        return i + 1;
    }

    /** The slow way: leading zeros, a longer scale, or a refusal. */
    private int unusual(int start, boolean price) {
        byte[] bytes = json.bytes;
        int point = digits(start);
        int end = point;
        if (bytes[point] == '.') {
            end = digits(point + 1);
        }
        if (bytes[end] != '"' || point == start || end == point + 1) {
            json.at = end;
            throw json.malformed("expected a plain decimal");
        }
        int last = end;
        while (last > point + 1 && bytes[last - 1] == '0') {
            last--;
        }
        widen(Math.max(0, last - point - 1), price);
        value = value(start, point, last, price ? sink.pxScale() : sink.qtyScale());
        return end + 1;
    }

    private int digits(int from) {
        int i = from;
        while (JsonBytes.isDigit(json.bytes[i])) {
            i++;
        }
        return i;
    }

    private void widen(int scale, boolean price) {
        if (scale > Scale.LONGEST) {
            throw json.malformed("a decimal with more than " + Scale.LONGEST + " places");
        }
        boolean fits = true;
        if (price && scale > sink.pxScale()) {
            fits = sink.widenPx(scale);
        } else if (!price && scale > sink.qtyScale()) {
            fits = sink.widenQty(scale);
        }
        if (!fits) {
            throw json.malformed("a decimal too long beside the others");
        }
    }

    private long value(int start, int point, int last, int scale) {
        int i = start;
        while (i < point && json.bytes[i] == '0') {
            i++;
        }
        if (point - i + scale > Scale.LONGEST) {
            throw json.malformed("a decimal of more than " + Scale.LONGEST + " digits");
        }
        long read = 0;
        for (; i < last; i++) {
            if (i != point) {
                read = read * 10 + json.bytes[i] - '0';
            }
        }
        return read * Scale.power(scale - Math.max(0, last - point - 1));
    }
}
