package sluice.sim;

import java.util.List;

/** What became of a request. */
public sealed interface Outcome {

    /** Done and kept: the order as it stands now, and what it executed at once. */
    record Taken(SimOrder order, List<SimFill> fills) implements Outcome {

        public Taken {
            fills = List.copyOf(fills);
        }
    }

    /**
     * Nothing was done.
     *
     * @param detail the filter's name for {@link Denial#FILTER}, else a few words
     */
    record Denied(Denial denial, String detail) implements Outcome {}

    /** Why nothing was done. */
    enum Denial {
        UNKNOWN_ACCOUNT,
        UNKNOWN_SYMBOL,
        UNKNOWN_ORDER,
        FILTER,
        UNSUPPORTED,
        DUPLICATE_CLIENT_ID,
        INSUFFICIENT_BALANCE,
        WOULD_MATCH,
        TOO_MANY_ORDERS,
        NOT_REDUCED,
        NOTHING_TO_REDUCE,
        NOT_CHANGED,
        LEVERAGE
    }
}
