package sluice.quality;

import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Side;

/** What an order is measured by: the mid when it was decided, when it arrived, and when it ended. Immutable. */
public record Benchmarks(Side side, Qty orderQty, Px decision, Px arrival, Px end) {}
