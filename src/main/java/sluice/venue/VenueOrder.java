package sluice.venue;

import java.math.BigDecimal;
import java.util.Optional;
import sluice.market.Qty;
import sluice.order.ClOrdId;
import sluice.order.Closure;
import sluice.order.OrderId;
import sluice.order.OrderState;
import sluice.order.Terms;

/**
 * An order as the venue shows it. Immutable.
 *
 * @param clOrdId empty when it was placed without one, by somebody else
 * @param state SUBMITTED, PARTIALLY_FILLED, FILLED, CANCELLED or REJECTED
 * @param closure why it ended; empty while it works and when it filled
 */
public record VenueOrder(
        Optional<ClOrdId> clOrdId,
        OrderId orderId,
        Terms terms,
        Qty cumQty,
        BigDecimal cumQuote,
        OrderState state,
        Optional<Closure> closure) {}
