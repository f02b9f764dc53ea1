package sluice.venue.bybit.trade;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import sluice.order.ClOrdId;
import sluice.order.OrderId;
import sluice.venue.VenueCommand;

/** Ids that the desk gave orders amended in place, which go by the venue's id for them and their first one of ours. */
final class Aliases {

    private static final int REMEMBERED = 10_000;

    private final Map<ClOrdId, OrderId> orders = new LinkedHashMap<>();

    void add(ClOrdId next, OrderId order) {
        orders.put(next, order);
        if (orders.size() > REMEMBERED) {
            orders.remove(orders.keySet().iterator().next());
        }
    }

    /** The order by the venue's id, where only that names it there. */
    VenueCommand.Ref resolve(VenueCommand.Ref order) {
        var known = order.orderId().or(() -> Optional.ofNullable(orders.get(order.clOrdId())));
        return new VenueCommand.Ref(order.clOrdId(), known, order.symbol());
    }
}
