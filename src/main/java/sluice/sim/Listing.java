package sluice.sim;

import java.math.BigDecimal;
import java.util.Optional;
import sluice.market.Instrument;
import sluice.market.Symbol;
import sluice.sim.perp.Contract;

/**
 * What a simulated venue trades, under the venue's own name, with its grid and its filters. Immutable.
 *
 * @param name as the venue's protocol writes it; a perpetual may have the name of its pair
 * @param contract the terms of a perpetual; empty on spot
 */
public record Listing(
        String name,
        String base,
        String quote,
        Optional<Contract> contract,
        Instrument.Grid grid,
        Instrument.Bounds bounds,
        Limits limits) {

    /** How far from the mid a price may be, as factors, and how many orders an account may have open. */
    public record Limits(BigDecimal down, BigDecimal up, int maxOrders) {

        public static final Limits USUAL = new Limits(new BigDecimal("0.2"), new BigDecimal("5"), 200);
    }

    /** What marks a perpetual's symbol, which would be its pair's otherwise. */
    public static final String PERPETUAL = "-PERP";

    /** A spot listing of the pair, named by both assets written together. */
    public static Listing spot(String base, String quote, Instrument.Grid grid, Instrument.Bounds bounds) {
        return new Listing(base + quote, base, quote, Optional.empty(), grid, bounds, Limits.USUAL);
    }

    public Listing named(String other) {
        return new Listing(other, base, quote, contract, grid, bounds, limits);
    }

    /** The perpetual on the same pair, of the same name. */
    public Listing perpetual(Contract terms, Instrument.Grid steps, Instrument.Bounds sizes) {
        return new Listing(name, base, quote, Optional.of(terms), steps, sizes, limits);
    }

    /** What the exchange calls it, alone among its listings: its name, marked if it is a perpetual. */
    public String symbol() {
        return contract.isPresent() ? name + PERPETUAL : name;
    }

    public Symbol.Kind kind() {
        return contract.isPresent() ? Symbol.Kind.PERPETUAL : Symbol.Kind.SPOT;
    }

    public boolean isPerpetual() {
        return contract.isPresent();
    }

    public BigDecimal tick() {
        return grid.tick();
    }

    public BigDecimal lot() {
        return grid.lot();
    }
}
