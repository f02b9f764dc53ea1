package sluice.risk.limits;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import sluice.market.Symbol;

/**
 * What the desk may do at most. Immutable. Each figure has a key, {@link LimitKey}, by which it is configured, shown
 * and set.
 */
public record Limits(
        PerOrder order, PerPosition position, OpenOrders open, Rate rate, Collar collar, Map<Symbol, Own> symbols) {

    /** Of one order: value in the currency of limits, and base units. */
    public record PerOrder(BigDecimal maxNotional, BigDecimal maxQty) {}

    /** Of one symbol, the worst case counted; {@code maxGross} is over all symbols. */
    public record PerPosition(BigDecimal maxNotional, BigDecimal maxQty, BigDecimal maxGross) {}

    /** Pending and unknown orders included; {@code venueSharePct} of the venue's own bound is never exceeded. */
    public record OpenOrders(long perVenue, long perSymbol, long venueSharePct) {}

    /**
     * New orders and amends a second, and in a burst. The reserve is the share of each burst that is kept for cancels.
     */
    public record Rate(
            long deskPerSecond,
            long deskBurst,
            long venuePerSecond,
            long venueBurst,
            long cancelReservePct,
            long duplicateWindowMs,
            long maxDuplicates) {

        public Refill desk() {
            return Refill.of(deskPerSecond, deskBurst);
        }

        public Refill venue() {
            return Refill.of(venuePerSecond, venueBurst);
        }

        public long duplicateWindowNanos() {
            return duplicateWindowMs * 1_000_000;
        }
    }

    /**
     * How far from the mid an order may be priced.
     *
     * @param maxBps the most that an order's own collar may be
     * @param passivePct how far on the harmless side
     * @param lastTradePct how far the mid may be from the last trade
     */
    public record Collar(
            BigDecimal bps,
            BigDecimal stressedBps,
            BigDecimal maxBps,
            BigDecimal passivePct,
            BigDecimal lastTradePct,
            long maxBookAgeMs) {}

    /** Limits of one symbol that are stricter than those of all. */
    public record Own(BigDecimal maxOrderQty, BigDecimal maxPositionQty) {}

    public Limits {
        symbols = Map.copyOf(symbols);
    }

    /** For the simulated venues: room for 20 BTC at 60 000. */
    public static Limits simulated() {
        return of(LimitKey.defaults(LimitKey::simulated));
    }

    /** For real money: small until somebody decides otherwise. */
    public static Limits live() {
        return of(LimitKey.defaults(LimitKey::live));
    }

    /** From a value for every key. */
    public static Limits of(Map<LimitKey, BigDecimal> values) {
        return new LimitValues(values).limits();
    }

    /** The value of every key. */
    public Map<LimitKey, BigDecimal> values() {
        var values = new EnumMap<LimitKey, BigDecimal>(LimitKey.class);
        for (var key : LimitKey.values()) {
            values.put(key, key.of(this));
        }
        return values;
    }

    public Limits with(LimitKey key, BigDecimal value) {
        var values = values();
        values.put(key, value);
        var changed = of(values);
        return new Limits(changed.order, changed.position, changed.open, changed.rate, changed.collar, symbols);
    }

    public Limits with(Symbol symbol, Own own) {
        var more = new HashMap<>(symbols);
        more.put(symbol, own);
        return new Limits(order, position, open, rate, collar, more);
    }

    public BigDecimal maxOrderQty(Symbol symbol) {
        var own = symbols.get(symbol);
        return own == null ? order.maxQty() : order.maxQty().min(own.maxOrderQty());
    }

    public BigDecimal maxPositionQty(Symbol symbol) {
        var own = symbols.get(symbol);
        return own == null ? position.maxQty() : position.maxQty().min(own.maxPositionQty());
    }
}
