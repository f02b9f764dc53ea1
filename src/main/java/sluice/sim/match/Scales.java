package sluice.sim.match;

import java.math.BigDecimal;
import java.math.RoundingMode;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.sim.Listing;

/**
 * A listing's numbers between exact decimals, whole ticks and lots, and the units balances are kept in. Immutable.
 *
 * <p>A price step times a quantity step has at most eight places, so that every notional is exact in those units.
 */
public final class Scales {

    /** Balances are whole numbers of this many decimal places. */
    public static final int PLACES = 8;

    private final Listing listing;
    private final long tick;
    private final long lot;
    private final long quotePerTickLot;
    private final long basePerLot;

    public Scales(Listing listing) {
        if (listing.tick().scale() + listing.lot().scale() > PLACES) {
            throw new IllegalArgumentException(listing.symbol() + ": a tick times a lot has more than eight places");
        }
        this.listing = listing;
        this.tick = listing.tick().unscaledValue().longValueExact();
        this.lot = listing.lot().unscaledValue().longValueExact();
        this.quotePerTickLot = units(listing.tick().multiply(listing.lot()));
        this.basePerLot = units(listing.lot());
    }

    public static long units(BigDecimal amount) {
        return amount.setScale(PLACES, RoundingMode.UNNECESSARY).unscaledValue().longValueExact();
    }

    public static BigDecimal amount(long units) {
        return BigDecimal.valueOf(units, PLACES);
    }

    public Listing listing() {
        return listing;
    }

    /** The price in ticks; it must be on the grid. */
    public long ticks(Px px) {
        return px.value().divide(listing.tick(), 0, RoundingMode.UNNECESSARY).longValueExact();
    }

    /** The quantity in lots; it must be on the grid. */
    public long lots(BigDecimal qty) {
        return qty.divide(listing.lot(), 0, RoundingMode.UNNECESSARY).longValueExact();
    }

    /** Quote money in ticks times lots, what is over left out. */
    public long tickLots(BigDecimal quote) {
        return quote.divide(listing.tick().multiply(listing.lot()), 0, RoundingMode.FLOOR)
                .longValueExact();
    }

    public Px px(long ticks) {
        return Px.scaled(Math.multiplyExact(ticks, tick), listing.tick().scale());
    }

    public Qty qty(long lots) {
        return Qty.scaled(Math.multiplyExact(lots, lot), listing.lot().scale());
    }

    /** A quantity that may be negative. */
    public BigDecimal signed(long lots) {
        return BigDecimal.valueOf(Math.multiplyExact(lots, lot), listing.lot().scale());
    }

    public long base(long lots) {
        return Math.multiplyExact(lots, basePerLot);
    }

    public long quote(long ticks, long lots) {
        return quote(Math.multiplyExact(ticks, lots));
    }

    public long quote(long tickLots) {
        return Math.multiplyExact(tickLots, quotePerTickLot);
    }
}
