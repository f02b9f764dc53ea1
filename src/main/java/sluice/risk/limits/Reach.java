package sluice.risk.limits;

import java.util.EnumSet;
import java.util.Set;

/** What, beside the whole desk, a limit can have a stricter value of its own for. */
public enum Reach {
    VENUE,
    SYMBOL,
    TAG;

    public static Set<Reach> of(LimitKey key) {
        return switch (key) {
            case ORDER_MAX_NOTIONAL,
                    ORDER_MAX_QTY,
                    ORDER_MAX_DEPTH,
                    ORDER_MAX_ADV,
                    COLLAR_BPS,
                    COLLAR_STRESSED_BPS,
                    COLLAR_MAX_BPS,
                    COLLAR_PASSIVE,
                    COLLAR_LAST_TRADE,
                    COLLAR_MAX_CROSSED,
                    RATE_DUPLICATE_WINDOW,
                    RATE_MAX_DUPLICATES,
                    GUARD_WASH_WINDOW -> EnumSet.allOf(Reach.class);
            case POSITION_MAX_NOTIONAL, POSITION_MAX_QTY -> EnumSet.of(SYMBOL);
            case POSITION_AT_VENUE, OPEN_PER_SYMBOL, OPEN_VENUE_SHARE, COLLAR_MAX_BOOK_AGE -> EnumSet.of(VENUE, SYMBOL);
            case OPEN_PER_VENUE, RATE_VENUE_PER_SECOND, RATE_VENUE_BURST, GUARD_MAX_UNKNOWN, GUARD_MAX_CLOCK_OFFSET ->
                EnumSet.of(VENUE);
            case TAG_OPEN, TAG_PER_SECOND, TAG_BURST, TAG_MAX_CHILDREN -> EnumSet.of(TAG);
            case POSITION_MAX_GROSS,
                    POSITION_MAX_NET,
                    RATE_PER_SECOND,
                    RATE_BURST,
                    RATE_CANCEL_RESERVE,
                    LOSS_WARN,
                    LOSS_REDUCE,
                    LOSS_KILL -> EnumSet.noneOf(Reach.class);
        };
    }
}
