package sluice.sim.replay;

import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Side;

/** A public trade as a frame told it; the number is 0 where the venue's is no number. Immutable. */
record Traded(String symbol, long tradeId, Side aggressor, Px px, Qty qty) {}
