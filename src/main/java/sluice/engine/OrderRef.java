package sluice.engine;

import sluice.order.ChildId;
import sluice.order.ParentId;

/** A parent or a child, as an operator names it. */
public sealed interface OrderRef {

    record OfParent(ParentId id) implements OrderRef {

        @Override
        public String toString() {
            return id.toString();
        }
    }

    record OfChild(ChildId id) implements OrderRef {

        @Override
        public String toString() {
            return id.toString();
        }
    }
}
