package sluice.engine.state;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import sluice.engine.view.FillView;
import sluice.market.Place;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.order.position.Position;

/** Our fills in the order they were booked, and the positions they add up to. */
final class Bookings {

    private final Roll<FillView> fills = new Roll<>();
    private final Map<Place, Position> positions = new TreeMap<>();

    void book(FillView fill) {
        fills.add(fill);
        var place = new Place(fill.ids().venue(), fill.symbol());
        var held = position(place.venue(), place.symbol());
        positions.put(place, held.after(fill.side(), fill.execution()));
    }

    List<FillView> fills() {
        return fills.picture();
    }

    Collection<Position> positions() {
        return Collections.unmodifiableCollection(positions.values());
    }

    Position position(VenueId venue, Symbol symbol) {
        return positions.getOrDefault(new Place(venue, symbol), Position.flat(venue, symbol));
    }
}
