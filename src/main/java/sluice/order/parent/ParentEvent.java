package sluice.order.parent;

import sluice.market.Mark;
import sluice.market.Stamp;
import sluice.order.Closure;
import sluice.order.ParentId;
import sluice.order.Terms;

/** A fact about a parent order; what its children did is told by their own events. */
public sealed interface ParentEvent {

    ParentId parentId();

    Stamp at();

    <R> R accept(Visitor<R> visitor);

    /** The operator's intent, and the market when it was decided and when the desk accepted it. */
    record Opened(ParentId parentId, Terms terms, Instructions instructions, Origin origin, Marks marks, Stamp at)
            implements ParentEvent {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.opened(this);
        }
    }

    /** The market at the decision and at arrival; decision and arrival are the same moment when only one is known. */
    record Marks(Stamp decidedAt, Mark decision, Mark arrival) {}

    /** The operator asked for the rest to be cancelled. */
    record CancelAsked(ParentId parentId, Stamp at) implements ParentEvent {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.cancelAsked(this);
        }
    }

    /** The operator changed what is asked for. */
    record Amended(ParentId parentId, Terms terms, Stamp at) implements ParentEvent {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.amended(this);
        }
    }

    /** Nothing more will be sent for it. */
    record Ended(ParentId parentId, Closure closure, Stamp at) implements ParentEvent {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.ended(this);
        }
    }

    /** What is done with each kind of fact. */
    interface Visitor<R> {

        R opened(Opened event);

        R cancelAsked(CancelAsked event);

        R amended(Amended event);

        R ended(Ended event);
    }
}
