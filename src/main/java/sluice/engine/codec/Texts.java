package sluice.engine.codec;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Makes text of bytes, and the same text of the same bytes where it was made lately: a history says few things very
 * often, and should neither make nor hold them each time. Confined to one thread.
 */
public final class Texts {

    private static final int PLACES = 512;
    private static final int LONGEST = 40;

    private final String[] recent = new String[PLACES];

    public Texts() {
        Arrays.fill(recent, "");
    }

    public String of(byte[] bytes, int from, int to) {
        int hash = 0;
        if (to - from > LONGEST) {
            return new String(bytes, from, to - from, StandardCharsets.UTF_8);
        }
        for (int i = from; i < to; i++) {
            hash = 31 * hash + bytes[i];
        }
        int place = (hash ^ hash >>> 9 ^ hash >>> 18) & PLACES - 1;
        var known = recent[place];
        if (isOf(known, bytes, from, to)) {
            return known;
        }
        var made = new String(bytes, from, to - from, StandardCharsets.UTF_8);
        recent[place] = made;
        return made;
    }

    /** Holds for plain ASCII alone; other text is made anew. */
    private static boolean isOf(String text, byte[] bytes, int from, int to) {
        if (text.length() != to - from) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) != bytes[from + i]) {
                return false;
            }
        }
        return true;
    }
}
