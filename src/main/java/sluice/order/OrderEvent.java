package sluice.order;

import java.util.Optional;
import sluice.market.Mark;
import sluice.market.Stamp;

/** A fact about a child order, in the order the desk learned it. The journal is a list of these. */
public sealed interface OrderEvent {

    ChildId childId();

    /** When the desk learned it. */
    Stamp at();

    <R> R accept(Visitor<R> visitor);

    /** The desk decided to send the order; durable before a byte of it leaves. */
    record Created(Order.Ids ids, Terms terms, Mark mark, Stamp at) implements OrderEvent {

        @Override
        public ChildId childId() {
            return ids.childId();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.created(this);
        }
    }

    /** The request's bytes were handed to the transport; {@code mark} is the market at that moment. */
    record Sent(ChildId childId, String request, Mark mark, Stamp at) implements OrderEvent {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.sent(this);
        }
    }

    /** The venue has the order. */
    record Accepted(ChildId childId, OrderId orderId, Mark mark, Stamp at) implements OrderEvent {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.accepted(this);
        }
    }

    /** The venue executed some of the order; {@code mark} is the market when the desk learned it. */
    record Traded(ChildId childId, Execution execution, Mark mark, Stamp at) implements OrderEvent {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.traded(this);
        }
    }

    /**
     * The venue counts more than the fills it lists: {@code execution} stands for what is missing, at the price that
     * the venue's own sums imply, and takes the place of what stood for it before. Fills that come take its place in
     * turn.
     */
    record Provisional(ChildId childId, Execution execution, String evidence, Stamp at) implements OrderEvent {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.provisional(this);
        }
    }

    /** The desk decided to cancel or amend; durable before a byte of it leaves. */
    record Requested(ChildId childId, Request request, Stamp at) implements OrderEvent {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.requested(this);
        }
    }

    /** The venue turned a cancel or an amend down; where the order stands is another question. */
    record RequestRejected(ChildId childId, Closure closure, Stamp at) implements OrderEvent {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.requestRejected(this);
        }
    }

    /**
     * The order works under new terms. Without an {@code orderId} the old order is proven dead and the new one is about
     * to be sent under {@code clOrdId}.
     */
    record Replaced(ChildId childId, ClOrdId clOrdId, Terms terms, Optional<OrderId> orderId, Stamp at)
            implements OrderEvent {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.replaced(this);
        }
    }

    /** The order works no more, with quantity left; expiry and self-trade prevention are this too. */
    record Cancelled(ChildId childId, Closure closure, Stamp at) implements OrderEvent {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.cancelled(this);
        }
    }

    /** The venue never took the order, and said so. */
    record Rejected(ChildId childId, Closure closure, Stamp at) implements OrderEvent {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.rejected(this);
        }
    }

    /** A request may or may not have reached the venue. */
    record InDoubt(ChildId childId, Request request, String cause, Stamp at) implements OrderEvent {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.inDoubt(this);
        }
    }

    /** Evidence settled what was in doubt; {@code evidence} names it. */
    record Settled(ChildId childId, String evidence, Stamp at) implements OrderEvent {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.settled(this);
        }
    }

    /** What is done with each kind of fact; a new kind breaks the build everywhere it must be handled. */
    interface Visitor<R> {

        R created(Created event);

        R sent(Sent event);

        R accepted(Accepted event);

        R traded(Traded event);

        R provisional(Provisional event);

        R requested(Requested event);

        R requestRejected(RequestRejected event);

        R replaced(Replaced event);

        R cancelled(Cancelled event);

        R rejected(Rejected event);

        R inDoubt(InDoubt event);

        R settled(Settled event);
    }
}
