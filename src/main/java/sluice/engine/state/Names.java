package sluice.engine.state;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import sluice.engine.state.Picture.OtherName;
import sluice.market.VenueId;
import sluice.order.ChildId;
import sluice.order.ClOrdId;
import sluice.order.Order;
import sluice.order.OrderEvent;
import sluice.order.OrderId;
import sluice.order.Request;

/** Every id that ever meant one of our orders, ours and the venues', those of before an amend included. */
final class Names {

    private final Map<ClOrdId, ChildId> byClOrdId = new HashMap<>();
    private final Map<AtVenue, ChildId> byOrderId = new HashMap<>();

    /** An id that means something only at one venue. */
    private record AtVenue(VenueId venue, OrderId orderId) {}

    void learn(Order order) {
        byClOrdId.put(order.ids().clOrdId(), order.ids().childId());
        order.orderId().ifPresent(id -> byOrderId.put(at(order, id), order.ids().childId()));
    }

    /** An amend under way brings the id its order would have. */
    void learn(OrderEvent event) {
        if (event instanceof OrderEvent.Requested requested && requested.request() instanceof Request.Replace replace) {
            byClOrdId.put(replace.next(), event.childId());
        }
    }

    private static AtVenue at(Order order, OrderId id) {
        return new AtVenue(order.ids().venue(), id);
    }

    Optional<ChildId> find(VenueId venue, Optional<ClOrdId> clOrdId, Optional<OrderId> orderId) {
        return clOrdId.map(byClOrdId::get).or(() -> orderId.map(id -> byOrderId.get(new AtVenue(venue, id))));
    }

    Map<OrderId, ChildId> orderIds(VenueId venue) {
        var ids = new HashMap<OrderId, ChildId>();
        byOrderId.forEach((id, child) -> {
            if (id.venue().equals(venue)) {
                ids.put(id.orderId(), child);
            }
        });
        return ids;
    }

    /** The ids that the orders as they stand do not tell. */
    List<OtherName> others(Function<ChildId, Order> orders) {
        var others = new ArrayList<OtherName>();
        byClOrdId.forEach((id, child) -> {
            if (!orders.apply(child).ids().clOrdId().equals(id)) {
                others.add(new OtherName(child, id.value(), ""));
            }
        });
        byOrderId.forEach((id, child) -> {
            if (!orders.apply(child).orderId().equals(Optional.of(id.orderId()))) {
                others.add(new OtherName(child, "", id.orderId().value()));
            }
        });
        return others;
    }

    void restore(Order order, OtherName other) {
        if (other.clOrdId().isEmpty()) {
            byOrderId.put(at(order, new OrderId(other.orderId())), other.childId());
        } else {
            byClOrdId.put(new ClOrdId(other.clOrdId()), other.childId());
        }
    }
}
