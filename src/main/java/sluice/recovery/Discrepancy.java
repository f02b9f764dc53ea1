package sluice.recovery;

import sluice.market.Qty;
import sluice.order.ChildId;
import sluice.order.Execution;
import sluice.order.Terms;
import sluice.venue.VenueFill;
import sluice.venue.VenueOrder;

/** Where ours and the venue's disagree, or agree on something that should not have happened. */
public sealed interface Discrepancy {

    /** A fill of an order that was closed here; {@code beyond} is what it went over the ordered quantity. */
    record LateFill(ChildId childId, Execution execution, Qty beyond) implements Discrepancy {}

    /** Closed here, open at the venue, where it can still fill. */
    record Zombie(ChildId childId, VenueOrder order) implements Discrepancy {

        public Qty exposure() {
            return order.terms().orderQty().minus(order.cumQty()).max(Qty.ZERO);
        }
    }

    /** The venue had the order, and shows it nowhere any more. */
    record Lost(ChildId childId) implements Discrepancy {}

    /** The venue counts more, or less, than the fills that are known add up to. */
    record CumQtyDiffers(ChildId childId, Qty ours, Qty venues) implements Discrepancy {}

    /** The venue works the order under other terms than it was sent with. */
    record TermsDiffer(ChildId childId, Terms ours, Terms venues) implements Discrepancy {}

    /** The venue tells the same execution in two ways. */
    record FillsDiffer(ChildId childId, Execution ours, Execution venues) implements Discrepancy {}

    /** An open order at the venue that the journal does not have. */
    record StrayOrder(Owner owner, VenueOrder order) implements Discrepancy {

        public Qty exposure() {
            return order.terms().orderQty().minus(order.cumQty()).max(Qty.ZERO);
        }
    }

    /** An execution of the account that belongs to no order of the journal. */
    record StrayFill(Owner owner, VenueFill fill) implements Discrepancy {}

    /** Whose an order is that the journal does not have, by its id. */
    enum Owner {
        /** It carries this journal's tag: the journal lost it. */
        THIS_JOURNAL,
        /** Another journal's tag: another desk's, or ours from a journal that is gone. */
        ANOTHER_JOURNAL,
        /** Placed by somebody or something else. */
        EXTERNAL
    }
}
