package sluice.venue;

import sluice.order.Closure;
import sluice.order.Execution;
import sluice.order.OrderId;
import sluice.order.Request;

/** What happened to one order, in FIX's ExecType(150) terms, and what became of our request. */
public sealed interface OrderNews {

    /** The request's bytes were handed to the network. */
    record Sent(Request request) implements OrderNews {}

    /** New: the venue has the order. */
    record Acknowledged(OrderId orderId) implements OrderNews {}

    /** New, as the private stream has it while the reply to our request may still be on its way, or lost. */
    record Shown(OrderId orderId) implements OrderNews {}

    /** Trade. */
    record Traded(Execution execution) implements OrderNews {}

    /** Canceled or Expired: the order works no more. */
    record Ended(Closure closure) implements OrderNews {}

    /** Rejected: the venue never took the order, and said so. */
    record Rejected(Closure closure) implements OrderNews {}

    /** OrderCancelReject(9): a cancel or an amend was turned down. */
    record RequestRejected(Request request, Closure closure) implements OrderNews {}

    /** Replaced: it works under new terms, known to the venue under these ids. */
    record Replaced(Request.Replace request, OrderId orderId) implements OrderNews {}

    /** Nobody knows whether the request took effect. Never a rejection. */
    record InDoubt(Request request, String cause) implements OrderNews {}

    /** The transport proves that no byte of the request left. */
    record NotSent(Request request, String cause) implements OrderNews {}
}
