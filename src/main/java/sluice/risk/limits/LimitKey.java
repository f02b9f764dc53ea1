package sluice.risk.limits;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The figures of {@link Limits}, by the names they have under {@code [risk]} in the configuration. */
public enum LimitKey {
    ORDER_MAX_NOTIONAL(
            "order.max-notional",
            "Largest value of one order, in US dollars or what counts as such.",
            "2000000",
            "25000"),
    ORDER_MAX_DEPTH(
            "order.max-depth-pct",
            "Share of what stands within 10 bps of the mid that one order may take unremarked, in percent.",
            "50",
            "50"),
    ORDER_MAX_ADV(
            "order.max-adv-pct",
            "Share of a day's volume that one order may take unremarked, in percent.",
            "0.5",
            "0.5"),
    ORDER_MAX_QTY("order.max-qty", "Largest quantity of one order, in base units.", "1000000", "1000000"),
    POSITION_MAX_NOTIONAL(
            "position.max-notional",
            "Largest value of one symbol's position, with all that is open or unknown counted as filled.",
            "10000000",
            "100000"),
    POSITION_MAX_QTY(
            "position.max-qty",
            "Largest position of one symbol in base units, counted the same way.",
            "10000000",
            "10000000"),
    POSITION_MAX_GROSS(
            "position.max-gross",
            "Largest value of all positions together, long and short added up.",
            "20000000",
            "250000"),
    POSITION_MAX_NET(
            "position.max-net",
            "Largest value of all positions together, short taken from long.",
            "20000000",
            "250000"),
    POSITION_AT_VENUE(
            "position.at-venue",
            "Largest value of one symbol's position at one venue, counted the same way.",
            "10000000",
            "100000"),
    OPEN_PER_VENUE("open.per-venue", "Most open orders at one venue; pending and unknown ones count.", "500", "100"),
    OPEN_PER_SYMBOL("open.per-symbol", "Most open orders of one symbol at one venue.", "200", "50"),
    OPEN_VENUE_SHARE(
            "open.venue-share-pct",
            "How much of the venue's own bound on open orders may be used, in percent.",
            "80",
            "80"),
    RATE_PER_SECOND("rate.per-second", "New orders and amends a second, all venues together.", "100", "10"),
    RATE_BURST("rate.burst", "New orders and amends at once, all venues together.", "200", "20"),
    RATE_VENUE_PER_SECOND("rate.venue-per-second", "New orders and amends a second at one venue.", "100", "5"),
    RATE_VENUE_BURST("rate.venue-burst", "New orders and amends at once at one venue.", "200", "10"),
    RATE_CANCEL_RESERVE(
            "rate.cancel-reserve-pct", "Share of each burst that only cancels may use, in percent.", "30", "30"),
    RATE_DUPLICATE_WINDOW(
            "rate.duplicate-window-ms",
            "For how long an order counts against others that are exactly alike.",
            "500",
            "500"),
    RATE_MAX_DUPLICATES(
            "rate.max-duplicates", "How many orders that are exactly alike may go out within that time.", "100", "2"),
    COLLAR_BPS("collar.bps", "How far beyond the consolidated mid an order may trade, in basis points.", "50", "50"),
    COLLAR_STRESSED_BPS("collar.stressed-bps", "The same while the market is stressed.", "200", "200"),
    COLLAR_MAX_BPS("collar.max-bps", "The most that --collar may ask for.", "500", "200"),
    COLLAR_PASSIVE(
            "collar.passive-pct",
            "How far a resting price may be from the mid on the harmless side, in percent.",
            "20",
            "20"),
    COLLAR_LAST_TRADE("collar.last-trade-pct", "How far the mid may be from the last trade, in percent.", "2", "2"),
    COLLAR_MAX_BOOK_AGE(
            "collar.max-book-age-ms", "How long ago a venue's feed must have proved that it lives.", "5000", "1500"),
    COLLAR_MAX_CROSSED(
            "collar.max-crossed-ms",
            "For how long venues may bid more than others ask, by more than their prices may differ.",
            "1000",
            "1000"),
    TAG_OPEN("tag.open", "Most open orders of one tag; pending and unknown ones count.", "1000", "100"),
    TAG_PER_SECOND("tag.per-second", "New orders and amends a second under one tag.", "100", "10"),
    TAG_BURST("tag.burst", "New orders and amends at once under one tag.", "200", "20"),
    TAG_MAX_CHILDREN(
            "tag.max-children",
            "Most orders of one symbol and side that one parent or tag may send in a second; one more halts it.",
            "1000",
            "20"),
    LOSS_WARN("loss.warn", "Loss of a UTC day, fees and open positions included, that is told.", "100000", "1000"),
    LOSS_REDUCE("loss.reduce", "Loss of a UTC day from which on positions are only reduced.", "500000", "2500"),
    LOSS_KILL("loss.kill", "Loss of a UTC day that kills trading.", "1000000", "5000"),
    GUARD_MAX_UNKNOWN(
            "guard.max-unknown",
            "Largest value at one venue whose fate is unknown; from there on nothing new goes there.",
            "5000000",
            "50000"),
    GUARD_MAX_CLOCK_OFFSET("guard.max-clock-offset-ms", "How far a venue's clock may be from ours.", "500", "500"),
    GUARD_WASH_WINDOW(
            "guard.wash-window-ms",
            "For how long an order that takes bars one that takes the other side elsewhere at a price between.",
            "0",
            "1000");

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal LARGEST = new BigDecimal("1000000000000000");

    private final String toml;
    private final String doc;
    private final BigDecimal simulated;
    private final BigDecimal live;

    LimitKey(String toml, String doc, String simulated, String live) {
        this.toml = toml;
        this.doc = doc;
        this.simulated = new BigDecimal(simulated);
        this.live = new BigDecimal(live);
    }

    public static Optional<LimitKey> named(String toml) {
        for (var key : values()) {
            if (key.toml.equals(toml)) {
                return Optional.of(key);
            }
        }
        return Optional.empty();
    }

    public String toml() {
        return toml;
    }

    public String doc() {
        return doc;
    }

    public BigDecimal simulated() {
        return simulated;
    }

    public BigDecimal live() {
        return live;
    }

    public BigDecimal of(Limits limits) {
        return limits.value(this);
    }

    /** What is wrong with a value, as a sentence. */
    public Optional<String> flaw(BigDecimal value) {
        if (value.signum() < 0 || value.compareTo(LARGEST) > 0) {
            return Optional.of(toml + " must be between 0 and " + LARGEST.toPlainString());
        }
        if (toml.endsWith("-pct") && value.compareTo(HUNDRED) > 0) {
            return Optional.of(toml + " is a percentage and must not be above 100");
        }
        var counts =
                toml.endsWith("-ms") || toml.startsWith("open.") || toml.startsWith("rate.") || toml.startsWith("tag.");
        return counts && value.stripTrailingZeros().scale() > 0
                ? Optional.of(toml + " must be a whole number")
                : Optional.empty();
    }

    /** Whether a value would allow more than the limits do; to tighten needs nobody's consent, to loosen does. */
    public boolean loosens(Limits limits, BigDecimal value) {
        var larger = value.compareTo(of(limits));
        return this == RATE_CANCEL_RESERVE || this == RATE_DUPLICATE_WINDOW || this == GUARD_WASH_WINDOW
                ? larger < 0
                : larger > 0;
    }

    static Map<LimitKey, BigDecimal> defaults(Function<LimitKey, BigDecimal> choice) {
        var values = new EnumMap<LimitKey, BigDecimal>(LimitKey.class);
        for (var key : values()) {
            values.put(key, choice.apply(key));
        }
        return values;
    }
}
