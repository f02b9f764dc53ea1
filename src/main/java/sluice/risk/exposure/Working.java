package sluice.risk.exposure;

import java.util.Collection;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.order.Order;

/**
 * How many of our orders work at a venue, and how many of those in the symbol; pending and unknown count. Immutable.
 */
public record Working(int atVenue, int inSymbol) {

    public static final Working NONE = new Working(0, 0);

    public static Working of(VenueId venue, Symbol symbol, Collection<Order> orders) {
        var there = 0;
        var alike = 0;
        for (var order : orders) {
            if (order.isOpen() && order.ids().venue().equals(venue)) {
                there++;
                alike += order.terms().symbol().equals(symbol) ? 1 : 0;
            }
        }
        return new Working(there, alike);
    }
}
