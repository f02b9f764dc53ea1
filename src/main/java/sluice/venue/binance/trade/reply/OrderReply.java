package sluice.venue.binance.trade.reply;

import java.util.List;
import java.util.Optional;
import sluice.order.Execution;
import sluice.order.OrderId;
import sluice.venue.VenueOrder;

/** The venue's answer to a placement; an ACK carries no order, and only FULL lists fills. Immutable. */
public record OrderReply(OrderId orderId, Optional<VenueOrder> order, List<Execution> fills) {

    public OrderReply {
        fills = List.copyOf(fills);
    }
}
