package sluice.app.desk;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sluice.journal.sqlite.JournalFile;
import sluice.order.ChildId;
import sluice.order.ClOrdId;
import sluice.venue.ClientIdCodec;
import sluice.venue.VenueOrder;

/**
 * Tells this journal's orders from all others by their ids, which follow from its tag and a number. Immutable.
 *
 * <p>Where the venue takes no text, each number's id is written as the venue would see it, newest first, until all that
 * are asked for are found or there are no more.
 */
record OurIds(JournalFile.Identity identity) {

    private static final int MOST_REVISIONS = 8;

    /** By the order, the id it was given here; others are left out. */
    Map<VenueOrder, ClOrdId> among(List<VenueOrder> orders, ClientIdCodec codec) {
        return codec == ClientIdCodec.PLAIN ? plain(orders) : coded(orders, codec);
    }

    private Map<VenueOrder, ClOrdId> plain(List<VenueOrder> orders) {
        var ours = new HashMap<VenueOrder, ClOrdId>();
        if (!identity.instanceTag().isEmpty()) {
            orders.forEach(order -> order.clOrdId()
                    .filter(id -> id.isFrom(identity.instanceTag()))
                    .ifPresent(id -> ours.put(order, id)));
        }
        return ours;
    }

    private Map<VenueOrder, ClOrdId> coded(List<VenueOrder> orders, ClientIdCodec codec) {
        var wanted = new HashMap<String, VenueOrder>();
        orders.forEach(order -> order.clOrdId().ifPresent(id -> wanted.put(id.value(), order)));
        var ours = new HashMap<VenueOrder, ClOrdId>();
        for (var child = identity.highestChild(); child > 0 && !wanted.isEmpty(); child--) {
            for (var revision = 0; revision < MOST_REVISIONS; revision++) {
                var id = ClOrdId.of(identity.instanceTag(), new ChildId(child), revision);
                Optional.ofNullable(wanted.remove(codec.encode(id))).ifPresent(order -> ours.put(order, id));
            }
        }
        return ours;
    }
}
