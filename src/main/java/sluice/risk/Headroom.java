package sluice.risk;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sluice.market.VenueId;
import sluice.risk.exposure.Exposure;
import sluice.risk.limits.LimitKey;
import sluice.risk.limits.Limits;

/** How much of a limit is used, for the eye. Immutable. */
public record Headroom(LimitKey key, BigDecimal limit, Optional<BigDecimal> used) {

    /** Every limit in the order of its key; {@code used} where it is a running figure of the venue and the symbol. */
    public static List<Headroom> of(VenueId venue, Exposure exposure, Limits limits) {
        var rows = new ArrayList<Headroom>();
        for (var key : LimitKey.values()) {
            rows.add(new Headroom(key, key.of(limits), used(key, venue, exposure, limits)));
        }
        return rows;
    }

    /** What is left; empty where nothing is used up. */
    public Optional<BigDecimal> left() {
        return used.map(limit::subtract);
    }

    private static Optional<BigDecimal> used(LimitKey key, VenueId venue, Exposure exposure, Limits limits) {
        var working = exposure.working();
        var pace = exposure.pace();
        var now = exposure.nowNanos();
        return switch (key) {
            case POSITION_MAX_QTY -> Optional.of(exposure.positions().worst().value());
            case POSITION_MAX_NOTIONAL -> worth(exposure);
            case POSITION_MAX_GROSS ->
                worth(exposure).map(value -> value.add(exposure.positions().elsewhere()));
            case OPEN_PER_VENUE -> whole(working.atVenue());
            case OPEN_PER_SYMBOL -> whole(working.inSymbol());
            case RATE_BURST -> whole(pace.desk().used(limits.rate().desk(), now));
            case RATE_VENUE_BURST ->
                whole(pace.of(venue, now).used(limits.rate().venue(), now));
            case ORDER_MAX_NOTIONAL,
                    ORDER_MAX_QTY,
                    OPEN_VENUE_SHARE,
                    RATE_PER_SECOND,
                    RATE_VENUE_PER_SECOND,
                    RATE_CANCEL_RESERVE,
                    RATE_DUPLICATE_WINDOW,
                    RATE_MAX_DUPLICATES,
                    COLLAR_BPS,
                    COLLAR_STRESSED_BPS,
                    COLLAR_MAX_BPS,
                    COLLAR_PASSIVE,
                    COLLAR_LAST_TRADE,
                    COLLAR_MAX_BOOK_AGE -> Optional.empty();
        };
    }

    private static Optional<BigDecimal> worth(Exposure exposure) {
        var worst = exposure.positions().worst().value();
        var market = exposure.market();
        return market.mid()
                .flatMap(mid -> market.usdPerQuote()
                        .map(usd -> worst.multiply(mid.value()).multiply(usd)));
    }

    private static Optional<BigDecimal> whole(long count) {
        return Optional.of(BigDecimal.valueOf(count));
    }
}
