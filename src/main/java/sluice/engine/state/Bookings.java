package sluice.engine.state;

import java.util.AbstractList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import java.util.TreeMap;
import sluice.engine.packed.Packed;
import sluice.engine.view.FillView;
import sluice.market.Place;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.order.position.Position;

/** Our fills in the order they were booked, and the positions they add up to. */
final class Bookings {

    private final Roll<Booking> fills = new Roll<>();
    private final Map<Place, Position> positions = new TreeMap<>();

    /** Books the newest execution of a child. */
    void book(FillView fill, Family family) {
        int index = family.child(fill.ids().childId()).fills().executions().size() - 1;
        keep(new Booking.Whole(fill, index), family);
        var place = new Place(fill.ids().venue(), fill.symbol());
        var held = position(place.venue(), place.symbol());
        positions.put(place, held.after(fill.side(), fill.execution()));
    }

    /** Keeps one that counts in the positions already; its family is worked on. */
    void keep(Booking booking, Family family) {
        family.fills().add(fills.size());
        fills.add(booking);
    }

    /** Keeps one that counts in the positions already; its family is packed. */
    void keep(Booking booking) {
        fills.add(booking);
    }

    void restore(Position position) {
        positions.put(new Place(position.venue(), position.symbol()), position);
    }

    /** What an order that is packed now did is found in it from now on. */
    void pack(Family family, Packed packed) {
        for (int place : family.fills()) {
            var booking = fills.get(place);
            var child = booking.childId();
            if (!Booking.isFormer(booking.view(), family.child(child))) {
                fills.set(place, new Booking.OfPacked(packed, child, booking.index()));
            }
        }
    }

    List<FillView> fills() {
        return new Views(fills.picture());
    }

    List<Booking> bookings() {
        return fills.picture();
    }

    Collection<Position> positions() {
        return Collections.unmodifiableCollection(positions.values());
    }

    Position position(VenueId venue, Symbol symbol) {
        return positions.getOrDefault(new Place(venue, symbol), Position.flat(venue, symbol));
    }

    /** Makes each fill of a picture when it is asked for. Immutable. */
    private static final class Views extends AbstractList<FillView> implements RandomAccess {

        private final List<Booking> bookings;

        Views(List<Booking> bookings) {
            this.bookings = bookings;
        }

        @Override
        public FillView get(int index) {
            return bookings.get(index).view();
        }

        @Override
        public int size() {
            return bookings.size();
        }
    }
}
