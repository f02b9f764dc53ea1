package sluice.order;

import java.util.Optional;
import sluice.market.Qty;
import sluice.market.VenueId;

/** A child order as the desk knows it: its terms, and the fold of every event since. Immutable. */
public record Order(
        Ids ids,
        Terms terms,
        Optional<OrderId> orderId,
        Standing standing,
        Optional<Request> inFlight,
        Optional<Doubt> doubt,
        Fills fills) {

    /**
     * What names an order: ours, its parent's, the one on the wire, and where it went. Immutable.
     *
     * @param clOrdId that of the newest request for it, which an amend makes another
     * @param there the one the venue has it under: an amend in place leaves that as it was
     */
    public record Ids(ChildId childId, ParentId parentId, ClOrdId clOrdId, VenueId venue, ClOrdId there) {

        /** Of an order that no amend has named anew. */
        public Ids(ChildId childId, ParentId parentId, ClOrdId clOrdId, VenueId venue) {
            this(childId, parentId, clOrdId, venue, clOrdId);
        }

        Ids after(OrderEvent.Replaced event, boolean inPlace) {
            return new Ids(childId, parentId, event.clOrdId(), venue, inPlace ? there : event.clOrdId());
        }
    }

    /** The order at its first event: decided, durable, on its way. */
    public static Order of(OrderEvent.Created event) {
        return new Order(
                event.ids(),
                event.terms(),
                Optional.empty(),
                Standing.PENDING,
                Optional.of(new Request.New()),
                Optional.empty(),
                Fills.NONE);
    }

    /** The order after one more fact. Total: no fact is an error here. */
    public Order after(OrderEvent event) {
        return event.accept(new OrderTransition(this));
    }

    /** The one word an operator sees; CANCELLING and PARTIALLY_FILLED are derived, never stored. */
    public OrderState state() {
        return switch (standing.kind()) {
            case PENDING -> isCancelling() ? OrderState.CANCELLING : OrderState.PENDING;
            case WORKING -> isCancelling() ? OrderState.CANCELLING : workingState();
            case FILLED -> OrderState.FILLED;
            case CANCELLED -> OrderState.CANCELLED;
            case REJECTED -> OrderState.REJECTED;
        };
    }

    private OrderState workingState() {
        return fills.cumQty().isZero() ? OrderState.SUBMITTED : OrderState.PARTIALLY_FILLED;
    }

    private boolean isCancelling() {
        return inFlight.filter(Request.Cancel.class::isInstance).isPresent();
    }

    public boolean isOpen() {
        return standing.isOpen();
    }

    public boolean isInDoubt() {
        return doubt.isPresent();
    }

    public Qty cumQty() {
        return fills.cumQty();
    }

    /** LeavesQty(151): what can still fill; zero once closed, and never negative. */
    public Qty leavesQty() {
        return isOpen() ? terms.orderQty().minus(cumQty()).max(Qty.ZERO) : Qty.ZERO;
    }

    /** The most that can still fill, were every request on its way to succeed: an amend upwards counts already. */
    public Qty worstLeavesQty() {
        return isOpen() ? worstOrderQty().minus(cumQty()).max(Qty.ZERO) : Qty.ZERO;
    }

    /** The most that the order may ask for by now: an amend on its way or in doubt may have been granted. */
    Qty worstOrderQty() {
        var onItsWay = inFlight.flatMap(Request::asked);
        var unknown = doubt.map(Doubt::request).flatMap(Request::asked);
        var asked = onItsWay.map(Terms::orderQty).orElse(Qty.ZERO);
        return asked.max(unknown.map(Terms::orderQty).orElse(Qty.ZERO)).max(terms.orderQty());
    }

    public boolean isOverfilled() {
        return cumQty().compareTo(terms.orderQty()) > 0;
    }

    Order with(Standing next) {
        var open = next.isOpen();
        return new Order(
                ids, terms, orderId, next, open ? inFlight : Optional.empty(), open ? doubt : Optional.empty(), fills);
    }

    Order with(Optional<Request> request, Optional<Doubt> unknown) {
        return new Order(ids, terms, orderId, standing, request, unknown, fills);
    }

    Order with(Fills more) {
        return new Order(ids, terms, orderId, standing, inFlight, doubt, more);
    }

    Order withOrderId(OrderId id) {
        return new Order(ids, terms, Optional.of(id), standing, inFlight, doubt, fills);
    }

    Order replacedBy(OrderEvent.Replaced event) {
        var inPlace = event.orderId().isPresent() && event.orderId().equals(orderId);
        return new Order(ids.after(event, inPlace), event.terms(), event.orderId(), standing, inFlight, doubt, fills);
    }
}
