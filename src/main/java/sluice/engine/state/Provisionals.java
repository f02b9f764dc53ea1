package sluice.engine.state;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import sluice.engine.view.FillView;
import sluice.market.Place;
import sluice.market.VenueId;
import sluice.order.ChildId;
import sluice.order.Order;
import sluice.order.position.Position;

/**
 * Orders with something that stands in for fills the venue counts and does not list. It is laid over the positions and
 * never booked into them, so that they are exact once the fills are there. Confined to the desk thread.
 */
final class Provisionals {

    private final Map<ChildId, Order> orders = new TreeMap<>();

    void keep(Order order) {
        if (order.fills().provisional().isPresent()) {
            orders.put(order.ids().childId(), order);
        } else {
            orders.remove(order.ids().childId());
        }
    }

    /** Those of a venue that are over as far as its count goes. */
    Stream<Order> closedAt(VenueId venue) {
        return orders.values().stream()
                .filter(order -> !order.isOpen() && order.ids().venue().equals(venue));
    }

    List<FillView> fills() {
        return orders.values().stream()
                .map(order -> Booking.fill(order, order.fills().provisional().orElseThrow()))
                .toList();
    }

    Collection<Position> over(Collection<Position> booked) {
        if (orders.isEmpty()) {
            return booked;
        }
        var positions = new TreeMap<Place, Position>();
        booked.forEach(position -> positions.put(new Place(position.venue(), position.symbol()), position));
        for (var fill : fills()) {
            var flat = Position.flat(fill.ids().venue(), fill.symbol());
            positions.merge(
                    new Place(fill.ids().venue(), fill.symbol()),
                    flat.after(fill.side(), fill.execution()),
                    (known, alone) -> known.after(fill.side(), fill.execution()));
        }
        return positions.values();
    }

    Position over(Position booked) {
        var position = booked;
        for (var fill : fills()) {
            if (fill.ids().venue().equals(booked.venue()) && fill.symbol().equals(booked.symbol())) {
                position = position.after(fill.side(), fill.execution());
            }
        }
        return position;
    }
}
