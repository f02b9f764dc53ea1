package sluice.market;

import java.math.BigDecimal;
import java.util.OptionalInt;

/**
 * What one venue lets us trade: its names, its grid and its bounds. Immutable.
 *
 * @param venueSymbol the venue's own name, as its protocol writes it
 * @param multiplier base units in one contract; 1 on spot
 */
public record Instrument(
        VenueId venue,
        Symbol symbol,
        String venueSymbol,
        Grid grid,
        Bounds bounds,
        BigDecimal multiplier,
        Status status) {

    /** Whether the venue takes orders for it now. */
    public enum Status {
        TRADING,
        CANCEL_ONLY,
        HALTED
    }

    /** Price step in quote per base and quantity step in base units; a step of 0 is no rule. */
    public record Grid(BigDecimal tick, BigDecimal lot) {

        public Grid {
            tick = Decimals.canonical(tick);
            lot = Decimals.canonical(lot);
        }

        public static Grid of(String tick, String lot) {
            return new Grid(Decimals.parse(tick), Decimals.parse(lot));
        }
    }

    /**
     * Smallest and largest order, in base units and in quote money; a bound of 0 is no rule.
     *
     * @param maxOpenOrders of one account; empty where the instrument has no such bound of its own
     */
    public record Bounds(
            Qty minQty, Qty maxQty, BigDecimal minNotional, BigDecimal maxNotional, OptionalInt maxOpenOrders) {

        public Bounds(Qty minQty, Qty maxQty, BigDecimal minNotional, BigDecimal maxNotional) {
            this(minQty, maxQty, minNotional, maxNotional, OptionalInt.empty());
        }

        public Bounds {
            minNotional = Decimals.canonical(minNotional);
            maxNotional = Decimals.canonical(maxNotional);
        }

        public static Bounds of(String minQty, String maxQty, String minNotional, String maxNotional) {
            return new Bounds(Qty.of(minQty), Qty.of(maxQty), Decimals.parse(minNotional), Decimals.parse(maxNotional));
        }
    }

    public Instrument {
        multiplier = Decimals.canonical(multiplier);
    }
}
