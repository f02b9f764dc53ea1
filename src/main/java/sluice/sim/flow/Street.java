package sluice.sim.flow;

import sluice.market.Side;

/**
 * Where outsiders' taking orders go: matched at once, settled with whom they hit, printed; what is left is forgotten.
 */
@FunctionalInterface
public interface Street {

    void take(Side side, long limitTicks, long lots);
}
