package sluice.quality;

import java.util.List;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.order.ChildId;
import sluice.order.Terms;

/**
 * One child as it went. Immutable.
 *
 * @param mids its own submit mid, and its parent's others where the quote is the same
 */
public record ChildFigures(
        ChildId childId, VenueId venue, Terms terms, Ending ending, Mids mids, List<Priced> fills, Costs costs) {

    public ChildFigures {
        fills = List.copyOf(fills);
    }

    public Symbol symbol() {
        return terms.symbol();
    }

    public OrderType type() {
        return OrderType.of(terms);
    }
}
