package sluice.report;

import sluice.market.Side;
import sluice.order.OrderState;

/** How a word stands out on a screen that has colours. */
public enum Ink {
    PLAIN(""),
    BOLD("1"),
    DIM("2"),
    GOOD("32"),
    BAD("31"),
    WARN("33");

    private final String code;

    Ink(String code) {
        this.code = code;
    }

    public static Ink of(Side side) {
        return side == Side.BUY ? GOOD : BAD;
    }

    public static Ink of(OrderState state) {
        return switch (state) {
            case PENDING, CANCELLING -> WARN;
            case SUBMITTED, PARTIALLY_FILLED -> BOLD;
            case FILLED -> GOOD;
            case CANCELLED -> DIM;
            case REJECTED -> BAD;
        };
    }

    /** The text in this colour. */
    public String on(String text) {
        return code.isEmpty() || text.isBlank() ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
    }
}
