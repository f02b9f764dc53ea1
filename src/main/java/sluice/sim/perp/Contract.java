package sluice.sim.perp;

import java.time.Duration;
import sluice.sim.Fees;

/**
 * What makes a listing a perpetual: one unit of base a contract, margined and settled in the quote. Immutable.
 *
 * @param leverage what a position has until its account asks for another
 * @param fundingInterval between settlements, counted from midnight UTC
 */
public record Contract(int leverage, int maxLeverage, Duration fundingInterval, Fees fees) {}
