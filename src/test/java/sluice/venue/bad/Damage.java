package sluice.venue.bad;

import java.util.Random;

/** Text that went wrong on its way: cut, changed, doubled, with strange characters, with values of other types. */
public final class Damage {

    private static final String JUNK = "{}[]\",:0123456789.-+eE\\ubaUsntrf \t\0\u00e9\ufffd<";
    private static final String[] VALUES = {
        "null", "true", "-1", "1e9", "12.5", "\"\"", "{}", "[]", "\"x\"", "\"1e400\"", "99999999999999999999"
    };

    private Damage() {}

    public static String of(String frame, Random random) {
        var text = new StringBuilder(frame);
        for (int hits = 1 + random.nextInt(3); hits > 0; hits--) {
            hit(text, random);
        }
        return text.toString();
    }

    private static void hit(StringBuilder text, Random random) {
        int at = random.nextInt(text.length());
        var junk = JUNK.charAt(random.nextInt(JUNK.length()));
        switch (random.nextInt(6)) {
            case 0 -> text.setLength(at + 1);
            case 1 -> text.setCharAt(at, junk);
            case 2 -> text.insert(at, junk);
            case 3 -> text.delete(at, Math.min(text.length() - 1, at + 1 + random.nextInt(6)));
            case 4 -> text.insert(at, text.substring(at, Math.min(text.length(), at + random.nextInt(20))));
            default -> value(text, at, VALUES[random.nextInt(VALUES.length)]);
        }
    }

    /** Another value where one begins. */
    private static void value(StringBuilder text, int from, String value) {
        int colon = text.indexOf(":", from);
        int end = colon < 0 ? -1 : text.indexOf(",", colon);
        if (end > 0) {
            text.replace(colon + 1, end, value);
        }
    }
}
