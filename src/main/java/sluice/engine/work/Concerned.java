package sluice.engine.work;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import sluice.engine.state.Orders;
import sluice.market.VenueId;
import sluice.order.ChildId;
import sluice.order.ClOrdId;
import sluice.order.Order;
import sluice.order.OrderId;
import sluice.venue.ClientIdCodec;
import sluice.venue.VenueReport;

/**
 * The orders of ours that a venue's report may say something of: those that are open there, and those that it mentions
 * by any name they ever had. A report says nothing of the others, which are over, and most of what there is.
 *
 * <p>Confined to the desk thread, for one report.
 */
final class Concerned {

    private final Orders orders;
    private final VenueId venue;
    private final ClientIdCodec codec;
    private final Map<ChildId, Order> found = new TreeMap<>();
    private final Set<String> unknown = new HashSet<>();

    private Concerned(Orders orders, VenueId venue, ClientIdCodec codec) {
        this.orders = orders;
        this.venue = venue;
        this.codec = codec;
    }

    static Collection<Order> by(VenueReport report, Orders orders, VenueId venue, ClientIdCodec codec) {
        var concerned = new Concerned(orders, venue, codec);
        orders.openAt(venue).forEach(concerned::add);
        report.orders().forEach(order -> concerned.mention(order.clOrdId(), order.orderId()));
        report.fills().forEach(fill -> concerned.mention(fill.clOrdId(), fill.orderId()));
        concerned.searchUnknown();
        return concerned.found.values();
    }

    private void add(Order order) {
        if (order.ids().venue().equals(venue)) {
            found.put(order.ids().childId(), order);
        }
    }

    private void mention(Optional<ClOrdId> clOrdId, OrderId orderId) {
        var named = clOrdId.flatMap(id -> orders.find(venue, Optional.of(id), Optional.empty()));
        var numbered = orders.find(venue, Optional.empty(), Optional.of(orderId));
        var told = clOrdId.flatMap(ClOrdId::child).flatMap(orders::child);
        named.ifPresent(this::add);
        numbered.ifPresent(this::add);
        told.ifPresent(this::add);
        if (named.isEmpty() && numbered.isEmpty() && told.isEmpty()) {
            clOrdId.ifPresent(id -> unknown.add(id.value()));
        }
    }

    /**
     * An id that the venue writes in another way than we do does not tell its child. If it is one of ours at all, then
     * of an order that the venue never gave us an id for, or of an amend.
     */
    private void searchUnknown() {
        if (unknown.isEmpty() || codec == ClientIdCodec.PLAIN) {
            return;
        }
        orders.unnamed().forEach(id -> orders.child(id).ifPresent(this::add));
        orders.clOrdIds().forEach((id, child) -> {
            if (unknown.contains(codec.encode(id))) {
                add(orders.order(child));
            }
        });
    }
}
