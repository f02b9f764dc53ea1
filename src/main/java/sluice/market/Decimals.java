package sluice.market;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Canonical exact decimals: no trailing zeros, no negative scale, and plain text only. */
final class Decimals {

    /** Longer texts are refused: no venue has such numbers, and they would cost memory before they fail. */
    private static final int LONGEST = 48;

    private Decimals() {}

    static BigDecimal canonical(BigDecimal value) {
        if (value.signum() == 0) {
            return BigDecimal.ZERO;
        }
        if (value.scale() == 0) {
            return value;
        }
        var stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    static BigDecimal parse(String text) {
        if (text.isEmpty() || text.length() > LONGEST) {
            throw new NumberFormatException("not a plain decimal of at most " + LONGEST + " characters");
        }
        var digits = 0;
        for (int i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits++;
            } else if (c != '.' && !(c == '-' && i == 0)) {
                throw new NumberFormatException("not a plain decimal: " + text);
            }
        }
        if (digits == 0) {
            throw new NumberFormatException("not a plain decimal: " + text);
        }
        return new BigDecimal(text);
    }

    static boolean isMultiple(BigDecimal value, BigDecimal step) {
        return step.signum() == 0 || value.remainder(step).signum() == 0;
    }

    static BigDecimal toGrid(BigDecimal value, BigDecimal step, RoundingMode mode) {
        return step.signum() == 0 ? value : value.divide(step, 0, mode).multiply(step);
    }
}
