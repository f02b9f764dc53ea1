package sluice.market;

import java.util.Optional;

/**
 * The market at one moment of an order's life, kept because it cannot be had again. Immutable.
 *
 * @param consolidatedMid fee-free mid over all live venues, quote per base
 * @param venueMid the mid of the order's own venue; empty for a parent
 * @param spread best ask less best bid of the same venue, or of the consolidated book for a parent
 * @param bookVersion the version of the venue's book; 0 when there was none
 */
public record Mark(
        Optional<Px> consolidatedMid, Optional<Px> venueMid, Optional<Px> spread, long bookVersion, Regime regime) {

    /** No book could be read. */
    public static final Mark NONE = new Mark(Optional.empty(), Optional.empty(), Optional.empty(), 0, Regime.CALM);
}
