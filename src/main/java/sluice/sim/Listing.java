package sluice.sim;

import java.math.BigDecimal;
import sluice.market.Instrument;
import sluice.market.Symbol;

/**
 * What a simulated venue trades, under the venue's own name, with its grid and its filters. Immutable.
 *
 * <p>A price step times a quantity step has at most eight places, so that every notional is exact in the units balances
 * are kept in.
 */
public record Listing(
        String symbol,
        String base,
        String quote,
        Symbol.Kind kind,
        Instrument.Grid grid,
        Instrument.Bounds bounds,
        Limits limits) {

    /** How far from the mid a price may be, as factors, and how many orders an account may have open. */
    public record Limits(BigDecimal down, BigDecimal up, int maxOrders) {

        public static final Limits USUAL = new Limits(new BigDecimal("0.2"), new BigDecimal("5"), 200);
    }

    private static final int PLACES = 8;

    public Listing {
        if (grid.tick().scale() + grid.lot().scale() > PLACES) {
            throw new IllegalArgumentException(symbol + ": a tick times a lot has more than eight places");
        }
    }

    /** A spot listing of the pair, named by both assets written together. */
    public static Listing spot(String base, String quote, Instrument.Grid grid, Instrument.Bounds bounds) {
        return new Listing(base + quote, base, quote, Symbol.Kind.SPOT, grid, bounds, Limits.USUAL);
    }

    public BigDecimal tick() {
        return grid.tick();
    }

    public BigDecimal lot() {
        return grid.lot();
    }
}
