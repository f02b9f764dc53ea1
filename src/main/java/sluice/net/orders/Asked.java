package sluice.net.orders;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import sluice.order.ClOrdId;
import sluice.order.Closure;
import sluice.order.Reason;
import sluice.venue.VenueOrder;

/** Which cancels were ours: the venue's word is the same for one it made of its own accord. */
public final class Asked {

    private static final int REMEMBERED = 10_000;

    private final Set<ClOrdId> ids = new LinkedHashSet<>();

    public void add(ClOrdId id) {
        ids.add(id);
        if (ids.size() > REMEMBERED) {
            ids.remove(ids.iterator().next());
        }
    }

    /** The order, with its end put down to us where we asked for it. */
    public VenueOrder attribute(VenueOrder order) {
        var isOurs = order.clOrdId().filter(ids::contains).isPresent();
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
