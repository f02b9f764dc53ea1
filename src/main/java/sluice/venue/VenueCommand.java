package sluice.venue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import sluice.market.Qty;
import sluice.market.Symbol;
import sluice.order.ClOrdId;
import sluice.order.OrderId;
import sluice.order.Terms;

/** What the desk asks of a venue. Immutable. */
public sealed interface VenueCommand {

    /** An order as a venue must be told of it: by our id, its own id where known, and the symbol. */
    record Ref(ClOrdId clOrdId, Optional<OrderId> orderId, Symbol symbol) {}

    /** NewOrderSingle(D). */
    record NewOrder(ClOrdId clOrdId, Terms terms) implements VenueCommand {}

    /** OrderCancelRequest(F). */
    record CancelOrder(Ref order) implements VenueCommand {}

    /**
     * OrderCancelReplaceRequest(G): the order under {@code next} with new terms, never both live. Quantities are those
     * of the whole child: {@code from.orderQty} what was asked for until now, {@code terms.orderQty} what is asked for
     * now, {@code cumQty} what of it was filled when the desk decided. What the venue's order loses or gains is their
     * difference, whatever the venue had filled under earlier ids.
     */
    record ReplaceOrder(Ref order, ClOrdId next, Terms from, Terms terms, Qty cumQty) implements VenueCommand {}

    /** OrderStatusRequest(H), by our id where the venue can. */
    record OrderStatusRequest(Ref order) implements VenueCommand {}

    /**
     * OrderMassStatusRequest(AF): all open orders, our fills since a moment, balances; and each of {@code ours} that is
     * not in the open list is looked up on its own.
     */
    record OrderMassStatusRequest(long requestId, Instant since, List<Ref> ours) implements VenueCommand {

        public OrderMassStatusRequest {
            ours = List.copyOf(ours);
        }
    }

    /** The private stream has kept something from us: a new one, with the gap that this is. */
    record Resubscribe(String why) implements VenueCommand {}

    /**
     * What the venue is to make of our silence.
     *
     * @param window everything is cancelled once it has lasted so long; empty where it is to mean nothing
     */
    record SetDeadMan(Optional<Duration> window) implements VenueCommand {}
}
