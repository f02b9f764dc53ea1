package sluice.net.orders;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import sluice.order.ClOrdId;
import sluice.order.Closure;
import sluice.order.OrderId;
import sluice.order.Reason;
import sluice.venue.VenueCommand;
import sluice.venue.VenueOrder;

/** Which cancels were ours: the venue's word is the same for one it made of its own accord. */
public final class Asked {

    private static final int REMEMBERED = 10_000;

    private final Set<ClOrdId> ids = new LinkedHashSet<>();
    private final Set<OrderId> orderIds = new LinkedHashSet<>();

    public void add(ClOrdId id) {
        remember(ids, id);
    }

    /** Also by the venue's id, for an order that was amended and goes by its first id of ours there. */
    public void add(VenueCommand.Ref order) {
        remember(ids, order.clOrdId());
        order.orderId().ifPresent(id -> remember(orderIds, id));
    }

    private static <T> void remember(Set<T> known, T id) {
        known.add(id);
        if (known.size() > REMEMBERED) {
            known.remove(known.iterator().next());
        }
    }

    /** The order, with its end put down to us where we asked for it. */
    public VenueOrder attribute(VenueOrder order) {
        var isOurs = orderIds.contains(order.orderId())
                || order.clOrdId().filter(ids::contains).isPresent();
        var closure = order.closure().filter(end -> isOurs && end.reason() == Reason.VENUE_CANCELLED);
        return closure.map(end -> ended(order, new Closure(Reason.REQUESTED, end.text())))
                .orElse(order);
    }

    public static VenueOrder ended(VenueOrder order, Closure closure) {
        return new VenueOrder(
                order.clOrdId(),
                order.orderId(),
                order.terms(),
                order.cumQty(),
                order.cumQuote(),
                order.state(),
                Optional.of(closure));
    }
}
