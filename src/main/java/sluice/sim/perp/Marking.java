package sluice.sim.perp;

import java.math.BigDecimal;
import java.time.Instant;
import sluice.market.Px;

/**
 * What a perpetual is valued at. Immutable.
 *
 * @param rate the fraction of its value longs would pay shorts now; negative when shorts pay
 */
public record Marking(Px index, Px mark, BigDecimal rate, Instant nextFunding) {}
