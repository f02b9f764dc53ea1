package sluice.net.text;

import java.nio.charset.StandardCharsets;

/**
 * A strict cursor over one JSON document (RFC 8259) in a reused array of bytes, one byte a character.
 *
 * <p>The document is followed by a 0, which no rule accepts, so that no loop needs to ask where it ends. Whatever is
 * not JSON throws {@link MalformedFrameException}. Confined to one thread.
 */
public final class JsonBytes {

    /** More than any book's snapshot takes. */
    static final int LONGEST = 16 << 20;

    /** Sixty brackets open in what is skipped. */
    private static final long DEEPEST = 1L << 60;

    private static final int USUAL = 8192;

    /** The document; hot loops of this package read it without a call. */
    byte[] bytes = new byte[USUAL];

    /** Where the cursor stands. */
    int at;

    private int end;

    public void reset(byte[] source, int from, int to) {
        room(to - from);
        System.arraycopy(source, from, bytes, 0, to - from);
        start(to - from);
    }

    /** Characters beyond Latin-1 become question marks, which no rule takes for anything outside of strings. */
    public void reset(String text) {
        var latin = text.getBytes(StandardCharsets.ISO_8859_1);
        reset(latin, 0, latin.length);
    }

    public byte[] bytes() {
        return bytes;
    }

    public int at() {
        return at;
    }

    public void at(int place) {
        at = place;
    }

    /** The next byte that is not white space, not consumed; 0 at the end. */
    public int peek() {
        int c = bytes[at];
        while (c <= ' ' && isWhite(c)) {
            c = bytes[++at];
        }
        return c;
    }

    /** Consumes this byte, with white space before it. */
    public void expect(char c) {
        if (peek() != c) {
            throw malformed("expected " + c);
        }
        at++;
    }

    /** Consumes a comma and answers true, or the closing bracket and answers false. */
    public boolean more(char closing) {
        int c = peek();
        if (c != ',' && c != closing) {
            throw malformed("expected , or " + closing);
        }
        at++;
        return c == ',';
    }

    /** Consumes the opening bracket, and the closing one too if nothing is between; answers whether something is. */
    public boolean open(char opening, char closing) {
        expect(opening);
        if (peek() == closing) {
            at++;
            return false;
        }
        return true;
    }

    /** Consumes a string and answers where it starts; it ends one before the cursor. */
    public int string() {
        expect('"');
        int start = at;
        int i = at;
        while (bytes[i] != '"') {
            if (bytes[i] == '\\') {
                i = escape(i + 1);
            } else if ((bytes[i] & 0xFF) < ' ') {
                at = i;
                throw malformed("a string that does not end");
            } else {
                i++;
            }
        }
        at = i + 1;
        return start;
    }

    /** Consumes a string without escapes and answers where it starts: one that is compared must be plain. */
    public int name() {
        int start = string();
        for (int i = start; i < at - 1; i++) {
            if (bytes[i] == '\\') {
                throw malformed("an escape in a name");
            }
        }
        return start;
    }

    /** Whether the string that starts here and ends one before the cursor is this text. */
    public boolean is(int start, String text) {
        return at - 1 - start == text.length() && startsWith(start, text);
    }

    /** Whether the bytes from here on are this text. */
    public boolean startsWith(int start, String text) {
        for (int i = 0; i < text.length(); i++) {
            if (bytes[start + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Consumes a whole number that is not negative. */
    public long natural() {
        int first = peek();
        int start = at;
        long value = 0;
        while (isDigit(bytes[at])) {
            value = value * 10 + bytes[at] - '0';
            at++;
        }
        int length = at - start;
        int next = bytes[at];
        if (length == 0 || length > 18 || first == '0' && length > 1 || next == '.' || next == 'e' || next == 'E') {
            throw malformed("expected a whole number of at most 18 digits");
        }
        return value;
    }

    /** Consumes any value. What is open is a 1 followed by a bit for each bracket: 1 for an object. */
    public void skip() {
        long open = 1;
        do {
            long before = open;
            open = begin(before);
            if (open == before) {
                open = close(open);
            }
        } while (open != 1);
    }

    /** Nothing but white space may follow. */
    public void expectEnd() {
        if (peek() != 0 || at != end) {
            throw malformed("expected the end");
        }
    }

    public MalformedFrameException malformed(String what) {
        return new MalformedFrameException("malformed at character " + at + ": " + what);
    }

    private static boolean isWhite(int c) {
        return c == ' ' || c == '\n' || c == '\r' || c == '\t';
    }

    public static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    /** Consumes a scalar, an empty pair of brackets, or an opening bracket: then one more is open. */
    private long begin(long open) {
        int c = peek();
        if (c != '{' && c != '[') {
            scalar(c);
            return open;
        }
        boolean object = c == '{';
        if (object ? !open('{', '}') : !open('[', ']')) {
            return open;
        }
        if (open >= DEEPEST) {
            throw malformed("nested too deep");
        }
        return named(open << 1 | (object ? 1 : 0));
    }

    /** After a value: consumes closing brackets, up to a comma and what comes before the next value. */
    private long close(long open) {
        long left = open;
        while (left != 1 && !more((left & 1) == 1 ? '}' : ']')) {
            left >>>= 1;
        }
        return left == 1 ? left : named(left);
    }

    private long named(long open) {
        if ((open & 1) == 1) {
            string();
            expect(':');
        }
        return open;
    }

    private void scalar(int c) {
        switch (c) {
            case '"' -> string();
            case 't' -> literal("true");
            case 'f' -> literal("false");
            case 'n' -> literal("null");
            default -> number();
        }
    }

    private void literal(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (bytes[at] != text.charAt(i)) {
                throw malformed("expected " + text);
            }
            at++;
        }
        wordEnd();
    }

    private void number() {
        if (bytes[at] == '-') {
            at++;
        }
        boolean zero = bytes[at] == '0';
        if (digits() > 1 && zero) {
            throw malformed("a number that starts with 0");
        }
        if (bytes[at] == '.') {
            at++;
            digits();
        }
        if (bytes[at] == 'e' || bytes[at] == 'E') {
            at++;
            if (bytes[at] == '+' || bytes[at] == '-') {
                at++;
            }
            digits();
        }
        wordEnd();
    }

    private int digits() {
        int start = at;
        while (isDigit(bytes[at])) {
            at++;
        }
        if (at == start) {
            throw malformed("expected a value");
        }
        return at - start;
    }

    /** A number or a word ends at white space, a comma, a bracket or the end. */
    private void wordEnd() {
        int c = peek();
        if (c != ',' && c != '}' && c != ']' && c != 0) {
            throw malformed("expected the end of a value");
        }
    }

    private int escape(int i) {
        int after = JsonEscapes.end(bytes, i);
        if (after < 0) {
            throw malformed("a wrong escape");
        }
        return after;
    }

    private void room(int length) {
        if (length > LONGEST) {
            throw new MalformedFrameException("longer than " + LONGEST + " characters");
        }
        if (length + 1 > bytes.length) {
            bytes = new byte[Math.max(length + 1, bytes.length * 2)];
        }
    }

    private void start(int length) {
        bytes[length] = 0;
        at = 0;
        end = length;
    }
}
