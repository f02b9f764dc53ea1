package sluice.engine.packed;

import sluice.market.Stamp;

/** When something was last learned of an order, and whether its bytes are known to have left. Immutable. */
public record Trace(Stamp last, boolean sent) {}
