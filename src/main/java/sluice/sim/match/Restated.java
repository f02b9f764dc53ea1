package sluice.sim.match;

import sluice.market.Side;

/** Told what stands at a level now. */
@FunctionalInterface
public interface Restated {

    void level(Side side, long ticks, long lots);
}
