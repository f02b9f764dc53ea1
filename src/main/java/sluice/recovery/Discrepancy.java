package sluice.recovery;

import java.util.Optional;
import java.util.Set;
import sluice.market.Qty;
import sluice.market.Symbol;
import sluice.order.ChildId;
import sluice.order.Execution;
import sluice.order.Terms;
import sluice.recovery.account.Holdings;
import sluice.venue.VenueFill;
import sluice.venue.VenueOrder;

/** Where ours and the venue's disagree, or agree on something that should not have happened. */
public sealed interface Discrepancy {

    /** What begins the keys of those that no report ends, but an operator. */
    Set<String> UNTIL_ACCEPTED = Set.of("overfill", "terms", "fill");

    /** The same each time it is seen at a venue. */
    String key();

    /** Whether it stands from now on; else it is booked by the facts that come with it, and only told. */
    default boolean stands() {
        return true;
    }

    /** What no new risk may be taken in, if it is a break; empty for the whole venue. */
    default Optional<Symbol> symbol() {
        return Optional.empty();
    }

    /** The venue's order that should not be there; empty where that is not what differs. */
    default Optional<VenueOrder> cancels() {
        return Optional.empty();
    }

    /** Whether one stands until an operator accepts it, and not only for as long as reports show it. */
    static boolean waitsForOperator(String key) {
        return UNTIL_ACCEPTED.contains(key.substring(0, key.indexOf(' ')));
    }

    /** A fill of an order that was closed here; {@code beyond} is what it went over the ordered quantity. */
    record LateFill(ChildId childId, Execution execution, Qty beyond) implements Discrepancy {

        @Override
        public String key() {
            return "overfill " + childId + " " + execution.execId();
        }

        @Override
        public boolean stands() {
            return beyond.isPositive();
        }
    }

    /** Closed here, open at the venue, where it can still fill. */
    record Zombie(ChildId childId, VenueOrder order) implements Discrepancy {

        public Qty exposure() {
            return order.terms().orderQty().minus(order.cumQty()).max(Qty.ZERO);
        }

        @Override
        public String key() {
            return "zombie " + childId + " " + order.orderId();
        }

        @Override
        public Optional<VenueOrder> cancels() {
            return Optional.of(order);
        }
    }

    /** The venue had the order, and shows it nowhere any more. */
    record Lost(ChildId childId) implements Discrepancy {

        @Override
        public String key() {
            return "lost " + childId;
        }
    }

    /** The venue counts more than the fills it lists; a provisional one stands in for them. */
    record FillsUnlisted(ChildId childId, Qty listed, Qty venues) implements Discrepancy {

        @Override
        public String key() {
            return "unlisted " + childId;
        }
    }

    /** The venue counts less than the fills it has told add up to, and goes on to. */
    record CumQtyDiffers(ChildId childId, Symbol of, Qty ours, Qty venues) implements Discrepancy {

        @Override
        public String key() {
            return "behind " + childId;
        }

        @Override
        public Optional<Symbol> symbol() {
            return Optional.of(of);
        }
    }

    /** The venue works the order under other terms than it was sent with. */
    record TermsDiffer(ChildId childId, Terms ours, Terms venues) implements Discrepancy {

        @Override
        public String key() {
            return "terms " + childId + " " + venues.side() + " " + venues.orderQty() + " " + venues.symbol()
                    + venues.px().map(px -> " at " + px).orElse("");
        }

        @Override
        public Optional<Symbol> symbol() {
            return Optional.of(ours.symbol());
        }
    }

    /** The venue tells the same execution in two ways. */
    record FillsDiffer(ChildId childId, Symbol of, Execution ours, Execution venues) implements Discrepancy {

        @Override
        public String key() {
            return "fill " + childId + " " + ours.execId();
        }

        @Override
        public Optional<Symbol> symbol() {
            return Optional.of(of);
        }
    }

    /** An open order at the venue that the journal does not have. */
    record StrayOrder(Owner owner, VenueOrder order) implements Discrepancy {

        public Qty exposure() {
            return order.terms().orderQty().minus(order.cumQty()).max(Qty.ZERO);
        }

        @Override
        public String key() {
            return "order " + order.orderId();
        }

        @Override
        public Optional<VenueOrder> cancels() {
            return Optional.of(order);
        }
    }

    /** An execution of the account that belongs to no order of the journal. */
    record StrayFill(Owner owner, VenueFill fill) implements Discrepancy {

        @Override
        public String key() {
            return "execution " + fill.orderId() + " " + fill.execution().execId();
        }

        @Override
        public boolean stands() {
            return false;
        }
    }

    /** The account holds other than what orders and fills, which agree, add up to. */
    record AccountDiffers(Holdings.Difference difference) implements Discrepancy {

        @Override
        public String key() {
            return "account " + difference.thing() + " " + difference.cause();
        }

        @Override
        public Optional<Symbol> symbol() {
            return difference.symbol();
        }
    }

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
