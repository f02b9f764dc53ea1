package sluice.engine.market;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import sluice.engine.turn.Turn;
import sluice.market.Qty;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.order.position.Position;
import sluice.risk.exposure.Positions;

/**
 * What moves our accounts beside our open orders: others' orders and fills there, and orders of ours that are closed
 * here and open at a venue. All of it counts as exposure. Confined to the desk thread.
 */
record Beside(Turn turn) {

    /** Our positions, and what others' fills on the same accounts add up to. */
    Collection<Position> positions() {
        var elsewhere = turn.state().accounts().elsewhere();
        if (elsewhere.isEmpty()) {
            return turn.orders().positions();
        }
        var all = new ArrayList<>(turn.orders().positions());
        all.addAll(elsewhere);
        return all;
    }

    /** With all that can fill of a symbol and is no open order of ours, as of the last report of each venue. */
    Positions over(Positions positions, Symbol symbol, List<VenueId> venues) {
        var counted = positions;
        for (var venue : turn.venues().entrySet()) {
            for (var order : venue.getValue().beside()) {
                if (order.terms().symbol().equals(symbol)) {
                    var left = order.terms().orderQty().minus(order.cumQty()).max(Qty.ZERO);
                    counted = counted.withOpen(order.terms().side(), left, venues.contains(venue.getKey()));
                }
            }
        }
        return counted;
    }
}
