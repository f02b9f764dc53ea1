package sluice.risk.exposure;

import java.util.Collection;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.order.Order;

/**
 * How many of our orders work at a venue, and how many of those in the symbol, and how many of one tag everywhere;
 * pending and unknown count. Immutable.
 */
public record Working(int atVenue, int inSymbol, int inTag) {

    public static final Working NONE = new Working(0, 0, 0);

    public Working(int atVenue, int inSymbol) {
        this(atVenue, inSymbol, 0);
    }

    /** With one order more of the same tag. */
    public Working plus(boolean isHere, boolean isAlike) {
        return new Working(atVenue + (isHere ? 1 : 0), inSymbol + (isAlike ? 1 : 0), inTag + 1);
    }

    public Working withTag(int working) {
        return new Working(atVenue, inSymbol, working);
    }

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
