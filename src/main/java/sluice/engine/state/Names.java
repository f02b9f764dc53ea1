package sluice.engine.state;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import sluice.engine.packed.Hashes;
import sluice.engine.packed.Packed;
import sluice.engine.state.Picture.OtherName;
import sluice.market.VenueId;
import sluice.order.ChildId;
import sluice.order.ClOrdId;
import sluice.order.Order;
import sluice.order.OrderEvent;
import sluice.order.OrderId;
import sluice.order.Request;

/**
 * Every id that ever meant one of our orders, ours and the venues', those of before an amend included.
 *
 * <p>The names that a packed order goes by are looked up by their hashes and then in the order itself.
 */
final class Names {

    private final Map<ClOrdId, ChildId> byClOrdId = new HashMap<>();
    private final Map<AtVenue, ChildId> byOrderId = new HashMap<>();
    private final HashIndex packed = new HashIndex();
    private final Set<ChildId> unnamed = new LinkedHashSet<>();
    private final Families families;

    /** An id that means something only at one venue. */
    private record AtVenue(VenueId venue, OrderId orderId) {}

    Names(Families families) {
        this.families = families;
    }

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

    /** What the children of a packed parent go by is in the bytes. */
    void pack(Family family, Packed.Head head) {
        for (var child : family.children()) {
            var id = child.ids().childId();
            byClOrdId.remove(child.ids().clOrdId(), id);
            child.orderId().ifPresent(orderId -> byOrderId.remove(at(child, orderId), id));
        }
        pack(head);
    }

    void pack(Packed.Head head) {
        for (var child : head.children()) {
            if (child.names().length == 0) {
                unnamed.add(child.id());
            }
            for (var hash : child.names()) {
                packed.add(hash, child.id().number());
            }
        }
    }

    void expect(int orders) {
        packed.expect(orders);
    }

    private static AtVenue at(Order order, OrderId id) {
        return new AtVenue(order.ids().venue(), id);
    }

    Optional<ChildId> find(VenueId venue, Optional<ClOrdId> clOrdId, Optional<OrderId> orderId) {
        return clOrdId.flatMap(this::find).or(() -> orderId.flatMap(id -> find(venue, id)));
    }

    private Optional<ChildId> find(ClOrdId id) {
        return Optional.ofNullable(byClOrdId.get(id))
                .or(() -> id.child().filter(child -> isOf(child, id)))
                .or(() -> packed.find(
                        Hashes.of(id),
                        number -> Optional.of(new ChildId(number)).filter(child -> isOf(child, id))));
    }

    private boolean isOf(ChildId child, ClOrdId id) {
        return families.child(child)
                .filter(order -> order.ids().clOrdId().equals(id))
                .isPresent();
    }

    private Optional<ChildId> find(VenueId venue, OrderId id) {
        return Optional.ofNullable(byOrderId.get(new AtVenue(venue, id)))
                .or(() -> packed.find(
                        Hashes.of(venue, id),
                        number -> Optional.of(new ChildId(number)).filter(child -> isOf(child, venue, id))));
    }

    private boolean isOf(ChildId child, VenueId venue, OrderId id) {
        return families.child(child)
                .filter(order -> order.ids().venue().equals(venue))
                .filter(order -> order.orderId().equals(Optional.of(id)))
                .isPresent();
    }

    /** Every id the venue ever had for an order, but for those that packed orders go by. */
    Map<OrderId, ChildId> orderIds(VenueId venue) {
        var ids = new HashMap<OrderId, ChildId>();
        byOrderId.forEach((id, child) -> {
            if (id.venue().equals(venue)) {
                ids.put(id.orderId(), child);
            }
        });
        return ids;
    }

    /** Every id of ours, but for those that packed orders go by. */
    Map<ClOrdId, ChildId> clOrdIds() {
        return Collections.unmodifiableMap(byClOrdId);
    }

    /** Packed orders that the venue never gave an id. */
    Collection<ChildId> unnamed() {
        return Collections.unmodifiableCollection(unnamed);
    }

    /** The ids that the orders as they stand do not tell, by child. */
    List<OtherName> others() {
        var others = new ArrayList<OtherName>();
        byClOrdId.forEach((id, child) -> {
            if (!isOf(child, id)) {
                others.add(new OtherName(child, id.value(), ""));
            }
        });
        byOrderId.forEach((id, child) -> {
            if (!isOf(child, id.venue(), id.orderId())) {
                others.add(new OtherName(child, "", id.orderId().value()));
            }
        });
        others.sort(Comparator.comparing(OtherName::childId)
                .thenComparing(OtherName::clOrdId)
                .thenComparing(OtherName::orderId));
        return others;
    }

    void restore(VenueId venue, OtherName other) {
        if (other.clOrdId().isEmpty()) {
            byOrderId.put(new AtVenue(venue, new OrderId(other.orderId())), other.childId());
        } else {
            byClOrdId.put(new ClOrdId(other.clOrdId()), other.childId());
        }
    }
}
