package sluice.engine.view;

import java.util.Optional;
import sluice.market.Side;
import sluice.market.Symbol;
import sluice.order.Execution;
import sluice.order.Order;
import sluice.order.OrderId;

/** One booked execution with the order it belongs to. Immutable. */
public record FillView(Order.Ids ids, Optional<OrderId> orderId, Symbol symbol, Side side, Execution execution) {}
