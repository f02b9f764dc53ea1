package sluice.risk;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sluice.market.Qty;
import sluice.order.Order;
import sluice.order.ParentId;
import sluice.order.Terms;

/**
 * An order that somebody wants sent to a venue, or an amend of one. Immutable.
 *
 * @param terms whole, also for an amend; without a price a market order
 * @param amends the order that would get these terms
 * @param collarBps the order's own collar; empty takes the configured one
 * @param behind the parent it is sent for; empty while it has no number yet
 */
public record Intent(
        Listing listing,
        Terms terms,
        Optional<Order> amends,
        Optional<BigDecimal> collarBps,
        Optional<String> tag,
        Optional<Behind> behind) {

    /** A parent, and what of it may still be sent. */
    public record Behind(ParentId id, Qty unplanned) {}

    public Intent(
            Listing listing,
            Terms terms,
            Optional<Order> amends,
            Optional<BigDecimal> collarBps,
            Optional<String> tag) {
        this(listing, terms, amends, collarBps, tag, Optional.empty());
    }

    public static Intent of(Listing listing, Terms terms) {
        return new Intent(listing, terms, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** What this would add to the quantity that can still fill; what is open already is counted as exposure. */
    Qty addedQty() {
        return amends.map(order -> terms.orderQty()
                        .minus(order.cumQty())
                        .minus(order.worstLeavesQty())
                        .max(Qty.ZERO))
                .orElse(terms.orderQty());
    }

    /** All that makes another order its duplicate; amends of different orders are never alike. */
    Object likeness() {
        var child = amends.map(order -> order.ids().childId());
        return List.of(
                listing.instrument().venue(), tag, child, terms.symbol(), terms.side(), terms.orderQty(), terms.px());
    }

    /** What its repetitions are counted by: the parent, and the tag where there is one. */
    List<Object> series() {
        var series = new ArrayList<Object>();
        behind.ifPresent(parent -> series.add(List.of(parent.id(), terms.symbol(), terms.side())));
        tag.ifPresent(text -> series.add(List.of(text, terms.symbol(), terms.side())));
        return series;
    }

    /** Whether it is an amend that asks for no more, at the same price. */
    boolean onlyShrinks() {
        return amends.filter(order ->
                        order.terms().px().equals(terms.px()) && addedQty().isZero())
                .isPresent();
    }
}
