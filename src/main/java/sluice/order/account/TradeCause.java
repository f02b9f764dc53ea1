package sluice.order.account;

import java.util.Arrays;

/** Why an execution of the account came about: by an order, or as something a venue did to a position. */
public enum TradeCause {
    /** An order, whoever's. */
    ORDER("a fill of no order of ours"),
    LIQUIDATION("liquidated by the venue"),
    /** Automatic deleveraging: a position closed against one that was liquidated. */
    DELEVERAGING("deleveraged by the venue (ADL)"),
    /** A position moved between accounts. */
    TRANSFER("moved from or to another account");

    private final String words;

    TradeCause(String words) {
        this.words = words;
    }

    /** What it is to a journal that has no order for it. */
    public String words() {
        return words;
    }

    /** By the name of whose an execution is; what names no cause is somebody's order. */
    static TradeCause of(String owner) {
        return Arrays.stream(values())
                .filter(cause -> cause.name().equals(owner))
                .findFirst()
                .orElse(ORDER);
    }
}
