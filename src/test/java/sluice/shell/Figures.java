package sluice.shell;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sluice.engine.DeskEvent;
import sluice.engine.view.FillView;
import sluice.engine.view.OrdersView;
import sluice.market.VenueId;
import sluice.order.parent.ParentOrder;
import sluice.order.position.Position;
import sluice.quality.Quality;
import sluice.quality.Quality.Question;
import sluice.quality.QualityBook;

/** What the timelines and the fills of some orders come to. */
final class Figures {

    private Figures() {}

    static Quality of(Collection<ParentOrder> orders, Question question) {
        var book = new QualityBook();
        for (var order : orders) {
            for (var each : Orders.timeline(order)) {
                if (each.event() instanceof DeskEvent.OfParent told) {
                    book.apply(told.event());
                } else if (each.event() instanceof DeskEvent.OfOrder told) {
                    book.apply(told.event());
                }
            }
        }
        return book.answer(orders.size(), question);
    }

    /** The orders with what they filled, by venue of one symbol each. */
    static OrdersView view(Collection<ParentOrder> orders) {
        var fills = new ArrayList<FillView>();
        var positions = new LinkedHashMap<VenueId, Position>();
        for (var child :
                orders.stream().flatMap(order -> order.children().stream()).toList()) {
            var terms = child.terms();
            var venue = child.ids().venue();
            for (var execution : child.fills().executions()) {
                fills.add(new FillView(child.ids(), child.orderId(), terms.symbol(), terms.side(), execution));
                var held = positions.getOrDefault(venue, Position.flat(venue, terms.symbol()));
                positions.put(venue, held.after(terms.side(), execution));
            }
        }
        return new OrdersView(List.copyOf(orders), fills, List.copyOf(positions.values()), Map.of());
    }
}
