package sluice.risk.limits;

import java.math.BigDecimal;
import java.util.Map;
import sluice.risk.limits.Limits.Collar;
import sluice.risk.limits.Limits.OpenOrders;
import sluice.risk.limits.Limits.PerOrder;
import sluice.risk.limits.Limits.PerPosition;
import sluice.risk.limits.Limits.Rate;

/** A value for each key, put into the tree. */
record LimitValues(Map<LimitKey, BigDecimal> values) {

    Limits limits() {
        return new Limits(order(), position(), open(), rate(), collar(), Map.of());
    }

    private PerOrder order() {
        return new PerOrder(of(LimitKey.ORDER_MAX_NOTIONAL), of(LimitKey.ORDER_MAX_QTY));
    }

    private PerPosition position() {
        return new PerPosition(
                of(LimitKey.POSITION_MAX_NOTIONAL), of(LimitKey.POSITION_MAX_QTY), of(LimitKey.POSITION_MAX_GROSS));
    }

    private OpenOrders open() {
        return new OpenOrders(
                whole(LimitKey.OPEN_PER_VENUE), whole(LimitKey.OPEN_PER_SYMBOL), whole(LimitKey.OPEN_VENUE_SHARE));
    }

    private Rate rate() {
        return new Rate(
                whole(LimitKey.RATE_PER_SECOND),
                whole(LimitKey.RATE_BURST),
                whole(LimitKey.RATE_VENUE_PER_SECOND),
                whole(LimitKey.RATE_VENUE_BURST),
                whole(LimitKey.RATE_CANCEL_RESERVE),
                whole(LimitKey.RATE_DUPLICATE_WINDOW),
                whole(LimitKey.RATE_MAX_DUPLICATES));
    }

    private Collar collar() {
        return new Collar(
                of(LimitKey.COLLAR_BPS),
                of(LimitKey.COLLAR_STRESSED_BPS),
                of(LimitKey.COLLAR_MAX_BPS),
                of(LimitKey.COLLAR_PASSIVE),
                of(LimitKey.COLLAR_LAST_TRADE),
                whole(LimitKey.COLLAR_MAX_BOOK_AGE));
    }

    private BigDecimal of(LimitKey key) {
        var value = values.get(key);
        if (value == null) {
            throw new IllegalArgumentException("no value for " + key.toml());
        }
        key.flaw(value).ifPresent(flaw -> {
            throw new IllegalArgumentException(flaw);
        });
        return value;
    }

    private long whole(LimitKey key) {
        return of(key).longValueExact();
    }
}
