package sluice.order;

import java.util.Optional;
import sluice.market.Qty;

/**
 * The order state machine: an order and a fact about it in, the order as it now stands out.
 *
 * <p>Total: venues report late, twice and out of order, and the money has moved all the same, so no fact is an error
 * here. One that adds nothing leaves the order as it was.
 *
 * <ol>
 *   <li>A fill counts once, on whatever order it comes.
 *   <li>A closed order never works again; fills that reach the whole quantity make it FILLED.
 *   <li>A fill proves that the venue has the order.
 *   <li>A doubt ends only by evidence: a settlement, or the end of the order.
 *   <li>A refused cancel or amend leaves the order where it stands.
 *   <li>An amend that a cancel overtakes is in doubt; a cancel outlives an amend that is granted.
 *   <li>A doubt about a cancel takes no graver doubt's place, and a cancel's end leaves an order that never showed in
 *       flight.
 *   <li>A lost reply puts an order that has shown in no doubt.
 *   <li>What stands in for fills that are not listed yet counts like them, until they are or it is taken back; an order
 *       that it alone had filled has then ended short.
 * </ol>
 */
record OrderTransition(Order order) implements OrderEvent.Visitor<Order> {

    private static final String OVERTAKEN = "another request was sent before it was answered";

    @Override
    public Order created(OrderEvent.Created event) {
        return order;
    }

    @Override
    public Order sent(OrderEvent.Sent event) {
        return order;
    }

    @Override
    public Order accepted(OrderEvent.Accepted event) {
        var known = order.orderId().isPresent() ? order : order.withOrderId(event.orderId());
        return order.standing().isPending() ? arrived(known) : known;
    }

    @Override
    public Order traded(OrderEvent.Traded event) {
        return filled(order.with(order.fills().plus(event.execution())));
    }

    @Override
    public Order provisional(OrderEvent.Provisional event) {
        var counted = order.with(order.fills().standingIn(event.execution()));
        var more = counted.cumQty().compareTo(order.cumQty());
        return more > 0 ? filled(counted) : more < 0 ? withdrawn(counted, event.evidence()) : order;
    }

    /** What was filled by what stood in alone has ended short of it. */
    private static Order withdrawn(Order left, String why) {
        return left.standing().kind() == Standing.Kind.FILLED && !isComplete(left)
                ? left.with(Standing.cancelled(new Closure(Reason.OTHER, why)))
                : left;
    }

    private Order filled(Order filled) {
        if (isComplete(filled)) {
            return filled.with(Standing.FILLED);
        }
        return switch (order.standing().kind()) {
            case PENDING -> arrived(filled);
            case REJECTED ->
                filled.with(Standing.cancelled(order.standing().closure().orElseThrow()));
            case WORKING, FILLED, CANCELLED -> filled;
        };
    }

    @Override
    public Order requested(OrderEvent.Requested event) {
        if (!order.isOpen()) {
            return order;
        }
        var overtaken = order.inFlight()
                .filter(request -> request instanceof Request.Replace && !request.equals(event.request()))
                .map(request -> new Doubt(request, OVERTAKEN, event.at()));
        var doubt = order.doubt().filter(known -> overtaken.isEmpty() || asksForMore(known, overtaken.get()));
        var asked = order.with(Optional.of(event.request()), doubt.or(() -> overtaken));
        return isComplete(asked) ? asked.with(Standing.FILLED) : asked;
    }

    @Override
    public Order requestRejected(OrderEvent.RequestRejected event) {
        var about = order.inFlight().filter(request -> !(request instanceof Request.New));
        if (about.isEmpty()) {
            return order;
        }
        var others = order.doubt().filter(unknown -> !unknown.request().equals(about.get()));
        var left = order.with(unanswered(Optional.empty()), others);
        return left.isOpen() && isComplete(left) ? left.with(Standing.FILLED) : left;
    }

    @Override
    public Order replaced(OrderEvent.Replaced event) {
        if (!order.isOpen()) {
            return order;
        }
        var replaced = order.replacedBy(event);
        var next = event.orderId().isPresent()
                ? replaced.with(Standing.WORKING)
                        .with(
                                order.inFlight().filter(Request.Cancel.class::isInstance),
                                order.doubt().filter(unknown -> unknown.request() instanceof Request.Cancel))
                : replaced.with(Standing.PENDING).with(Optional.of(new Request.New()), Optional.empty());
        return isComplete(next) ? next.with(Standing.FILLED) : next;
    }

    @Override
    public Order cancelled(OrderEvent.Cancelled event) {
        if (!order.isOpen()) {
            return order;
        }
        var ended = order.with(Standing.cancelled(event.closure()));
        return isComplete(ended) ? ended.with(Standing.FILLED) : ended;
    }

    @Override
    public Order rejected(OrderEvent.Rejected event) {
        if (!order.isOpen()) {
            return order;
        }
        var ended = order.with(
                order.cumQty().isZero() ? Standing.rejected(event.closure()) : Standing.cancelled(event.closure()));
        return isComplete(ended) ? ended.with(Standing.FILLED) : ended;
    }

    @Override
    public Order inDoubt(OrderEvent.InDoubt event) {
        var isAnswered =
                event.request() instanceof Request.New && !order.standing().isPending() && !Doubt.isLoss(event.cause());
        if (!order.isOpen() || isAnswered) {
            return order;
        }
        if (order.doubt()
                .filter(known -> isGraver(known.request(), event.request()))
                .isPresent()) {
            return order;
        }
        var unknown = order.with(order.inFlight(), Optional.of(new Doubt(event.request(), event.cause(), event.at())));
        return isComplete(unknown) ? unknown.with(Standing.FILLED) : unknown;
    }

    @Override
    public Order settled(OrderEvent.Settled event) {
        var about = order.doubt().map(Doubt::request);
        var others = order.inFlight().filter(request -> !about.equals(Optional.of(request)));
        var settled = order.with(unanswered(others), Optional.empty());
        return settled.isOpen() && isComplete(settled) ? settled.with(Standing.FILLED) : settled;
    }

    /** Of two requests that may have succeeded, the one that leaves more to fill is the one to count. */
    private static boolean asksForMore(Doubt known, Doubt other) {
        var asked = known.request().asked().map(Terms::orderQty);
        var others = other.request().asked().map(Terms::orderQty).orElse(Qty.ZERO);
        return asked.filter(qty -> qty.compareTo(others) >= 0).isPresent();
    }

    private static boolean isGraver(Request known, Request other) {
        return known instanceof Request.Replace && !(other instanceof Request.Replace)
                || known instanceof Request.New && other instanceof Request.Cancel;
    }

    /** What is in flight: while the venue has not shown the order, that is the order itself when nothing else is. */
    private Optional<Request> unanswered(Optional<Request> others) {
        return order.standing().isPending() ? others.or(() -> Optional.of(new Request.New())) : others;
    }

    /** Whether nothing is left to fill, an amend upwards that may have succeeded included. */
    private static boolean isComplete(Order order) {
        return order.cumQty().compareTo(order.worstOrderQty()) >= 0;
    }

    /** The venue has it, so a new order is in flight no more; a cancel or an amend that overtook the reply still is. */
    private static Order arrived(Order order) {
        var request = order.inFlight().filter(inFlight -> !(inFlight instanceof Request.New));
        var doubt = order.doubt().filter(unknown -> !(unknown.request() instanceof Request.New));
        return order.with(Standing.WORKING).with(request, doubt);
    }
}
