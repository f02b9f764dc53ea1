package sluice.sim;

import java.time.Instant;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Side;

/** A public trade. {@code aggressor} is the side that took. Immutable. */
public record Print(String symbol, long tradeId, Side aggressor, Px px, Qty qty, Instant at) {}
