package sluice.venue;

import java.util.Optional;
import sluice.market.Side;
import sluice.market.Symbol;
import sluice.order.ClOrdId;
import sluice.order.Execution;
import sluice.order.OrderId;

/** One of our executions as the venue's history lists it; many venues leave our own id out. Immutable. */
public record VenueFill(Optional<ClOrdId> clOrdId, OrderId orderId, Symbol symbol, Side side, Execution execution) {}
