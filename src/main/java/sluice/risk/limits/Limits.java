package sluice.risk.limits;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What the desk may do at most. Immutable. Each figure has a key, {@link LimitKey}, by which it is configured, shown
 * and set.
 */
public final class Limits {

    private final Map<LimitKey, BigDecimal> values;
    private final PerOrder order;
    private final PerPosition position;
    private final OpenOrders open;
    private final Rate rate;
    private final Collar collar;
    private final PerTag tag;
    private final Guard guard;

    private Limits(Map<LimitKey, BigDecimal> checked) {
        this.values = Collections.unmodifiableMap(checked);
        this.order = PerOrder.of(this);
        this.position = PerPosition.of(this);
        this.open = new OpenOrders(
                whole(LimitKey.OPEN_PER_VENUE), whole(LimitKey.OPEN_PER_SYMBOL), whole(LimitKey.OPEN_VENUE_SHARE));
        this.rate = Rate.of(this);
        this.collar = Collar.of(this);
        this.tag = PerTag.of(this);
        this.guard = Guard.of(this);
    }

    /** Of one order: value in the currency of limits, base units, and shares of the market that are only remarked. */
    public record PerOrder(BigDecimal maxNotional, BigDecimal maxQty, BigDecimal maxAdvPct, BigDecimal maxDepthPct) {

        private static PerOrder of(Limits limits) {
            return new PerOrder(
                    limits.value(LimitKey.ORDER_MAX_NOTIONAL),
                    limits.value(LimitKey.ORDER_MAX_QTY),
                    limits.value(LimitKey.ORDER_MAX_ADV),
                    limits.value(LimitKey.ORDER_MAX_DEPTH));
        }
    }

    /** Of one symbol, the worst case counted; {@code maxGross} and {@code maxNet} are over all symbols. */
    public record PerPosition(
            BigDecimal maxNotional, BigDecimal maxQty, BigDecimal maxGross, BigDecimal maxNet, BigDecimal atVenue) {

        private static PerPosition of(Limits limits) {
            return new PerPosition(
                    limits.value(LimitKey.POSITION_MAX_NOTIONAL),
                    limits.value(LimitKey.POSITION_MAX_QTY),
                    limits.value(LimitKey.POSITION_MAX_GROSS),
                    limits.value(LimitKey.POSITION_MAX_NET),
                    limits.value(LimitKey.POSITION_AT_VENUE));
        }
    }

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

        private static Rate of(Limits limits) {
            return new Rate(
                    limits.whole(LimitKey.RATE_PER_SECOND),
                    limits.whole(LimitKey.RATE_BURST),
                    limits.whole(LimitKey.RATE_VENUE_PER_SECOND),
                    limits.whole(LimitKey.RATE_VENUE_BURST),
                    limits.whole(LimitKey.RATE_CANCEL_RESERVE),
                    limits.whole(LimitKey.RATE_DUPLICATE_WINDOW),
                    limits.whole(LimitKey.RATE_MAX_DUPLICATES));
        }

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
            long maxBookAgeMs,
            long maxCrossedMs) {

        private static Collar of(Limits limits) {
            return new Collar(
                    limits.value(LimitKey.COLLAR_BPS),
                    limits.value(LimitKey.COLLAR_STRESSED_BPS),
                    limits.value(LimitKey.COLLAR_MAX_BPS),
                    limits.value(LimitKey.COLLAR_PASSIVE),
                    limits.value(LimitKey.COLLAR_LAST_TRADE),
                    limits.whole(LimitKey.COLLAR_MAX_BOOK_AGE),
                    limits.whole(LimitKey.COLLAR_MAX_CROSSED));
        }
    }

    /** Of one tag, all venues together; {@code maxChildren} of one symbol and side, and of a parent just so. */
    public record PerTag(long open, long perSecond, long burst, long maxChildren) {

        private static PerTag of(Limits limits) {
            return new PerTag(
                    limits.whole(LimitKey.TAG_OPEN),
                    limits.whole(LimitKey.TAG_PER_SECOND),
                    limits.whole(LimitKey.TAG_BURST),
                    limits.whole(LimitKey.TAG_MAX_CHILDREN));
        }

        public Refill refill() {
            return Refill.of(perSecond, burst);
        }
    }

    /** When the desk stops by itself. */
    public record Guard(
            BigDecimal lossWarn,
            BigDecimal lossReduce,
            BigDecimal lossKill,
            BigDecimal maxUnknown,
            long maxClockOffsetMs,
            long washWindowMs) {

        private static Guard of(Limits limits) {
            return new Guard(
                    limits.value(LimitKey.LOSS_WARN),
                    limits.value(LimitKey.LOSS_REDUCE),
                    limits.value(LimitKey.LOSS_KILL),
                    limits.value(LimitKey.GUARD_MAX_UNKNOWN),
                    limits.whole(LimitKey.GUARD_MAX_CLOCK_OFFSET),
                    limits.whole(LimitKey.GUARD_WASH_WINDOW));
        }
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
        var checked = new EnumMap<LimitKey, BigDecimal>(LimitKey.class);
        for (var key : LimitKey.values()) {
            var value = values.get(key);
            if (value == null) {
                throw new IllegalArgumentException("no value for " + key.toml());
            }
            key.flaw(value).ifPresent(flaw -> {
                throw new IllegalArgumentException(flaw);
            });
            checked.put(key, value);
        }
        return new Limits(checked);
    }

    public PerOrder order() {
        return order;
    }

    public PerPosition position() {
        return position;
    }

    public OpenOrders open() {
        return open;
    }

    public Rate rate() {
        return rate;
    }

    public Collar collar() {
        return collar;
    }

    public PerTag tag() {
        return tag;
    }

    public Guard guard() {
        return guard;
    }

    /** The value of every key. */
    public Map<LimitKey, BigDecimal> values() {
        return values;
    }

    BigDecimal value(LimitKey key) {
        return values.getOrDefault(key, BigDecimal.ZERO);
    }

    private long whole(LimitKey key) {
        return value(key).longValueExact();
    }

    public Limits with(LimitKey key, BigDecimal value) {
        var changed = new EnumMap<>(values);
        changed.put(key, value);
        return of(changed);
    }

    /** With those of the values that are stricter. */
    public Limits tightened(Map<LimitKey, BigDecimal> stricter) {
        var limits = this;
        for (var each : stricter.entrySet()) {
            limits = each.getKey().loosens(limits, each.getValue())
                    ? limits
                    : limits.with(each.getKey(), each.getValue());
        }
        return limits;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Limits limits && values.equals(limits.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }
}
