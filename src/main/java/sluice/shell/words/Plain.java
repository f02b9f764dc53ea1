package sluice.shell.words;

import java.math.BigDecimal;
import sluice.market.Px;
import sluice.market.Qty;

/** Numbers as people may type them: plain decimals above zero, of a length that can be meant. */
final class Plain {

    private static final int LONGEST = 40;

    private Plain() {}

    static BigDecimal positive(String text, String what) {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "a " + what + " of " + text.length() + " characters cannot be meant: " + shown(text));
        }
        if (text.startsWith("-")) {
            throw new IllegalArgumentException("a " + what + " must be positive: " + shown(text));
        }
        var value = decimal(text, what);
        if (value.signum() == 0) {
            throw new IllegalArgumentException("a " + what + " must be above zero");
        }
        return value;
    }

    private static BigDecimal decimal(String text, String what) {
        var isExponent = text.matches("[0-9.]+[eE][-+]?[0-9]+");
        try {
            return Qty.of(text).value();
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    isExponent
                            ? "exponent notation is not taken: " + shown(text)
                            : "not a plain " + what + ": " + shown(text),
                    e);
        }
    }

    static Px px(String text) {
        return new Px(positive(text, "price"));
    }

    /** As much of a text as a message can bear. */
    static String shown(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
    }
}
