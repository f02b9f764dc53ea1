package sluice.recovery;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import sluice.order.ChildId;
import sluice.order.ClOrdId;
import sluice.order.Order;
import sluice.order.OrderId;
import sluice.order.Request;
import sluice.recovery.Discrepancy.Owner;
import sluice.venue.ClientIdCodec;
import sluice.venue.VenueFill;
import sluice.venue.VenueOrder;

/**
 * Which order of ours a venue means: by our id in any revision, as it is or as the venue writes it, else by its own.
 *
 * <p>Confined to one call of a pure function.
 */
final class Matching {

    /** Amends that came to nothing have spent their ids, and may yet arrive. */
    private static final int SPENT = 16;

    /** So many orders are looked for beyond the last that the journal has. */
    private static final int TAIL = 1_000;

    private static final Pattern REVISION = Pattern.compile("[0-9]{1,6}");

    private final String instanceTag;
    private final ClientIdCodec codec;
    private final Map<String, ChildId> byClOrdId = new HashMap<>();
    private final List<Order> orders = new ArrayList<>();
    private final Map<OrderId, ChildId> byOrderId = new HashMap<>();
    private final Map<String, Lost> hidden = new HashMap<>();
    private final long next;

    Matching(Ours ours) {
        this.instanceTag = ours.names().instanceTag();
        this.next = ours.names().nextChild().number();
        this.codec = ours.manifest().clientIds().codec();
        byOrderId.putAll(ours.orderIds());
        ours.orders().forEach(held -> add(held.order()));
    }

    private void add(Order order) {
        var child = order.ids().childId();
        orders.add(order);
        name(order.ids().clOrdId(), child);
        if (order.inFlight().orElse(null) instanceof Request.Replace replace) {
            name(replace.next(), child);
        }
        order.orderId().ifPresent(id -> byOrderId.put(id, child));
    }

    /** Few ids are ever looked for among these, and there are many of them to encode. */
    private void nameFormer() {
        for (var order : orders) {
            var child = order.ids().childId();
            for (var revision = 0; revision <= revision(order) + SPENT; revision++) {
                name(ClOrdId.of(instanceTag, child, revision), child);
            }
        }
        orders.clear();
    }

    private void name(ClOrdId id, ChildId child) {
        byClOrdId.put(id.value(), child);
        byClOrdId.put(codec.encode(id), child);
    }

    private int revision(Order order) {
        var first = ClOrdId.of(instanceTag, order.ids().childId(), 0).value() + "-";
        var id = order.ids().clOrdId().value();
        var isRevised = id.length() > first.length() && id.startsWith(first);
        return isRevised && REVISION.matcher(id.substring(first.length())).matches()
                ? Integer.parseInt(id.substring(first.length()))
                : 0;
    }

    boolean isCurrent(Order order, VenueOrder theirs) {
        var id = order.ids().clOrdId();
        return theirs.clOrdId()
                        .filter(own -> own.equals(id) || own.value().equals(codec.encode(id)))
                        .isPresent()
                || order.orderId().filter(theirs.orderId()::equals).isPresent();
    }

    Optional<ChildId> of(VenueOrder theirs) {
        var child = of(theirs.clOrdId(), theirs.orderId());
        child.ifPresent(found -> byOrderId.putIfAbsent(theirs.orderId(), found));
        return child;
    }

    Optional<ChildId> of(VenueFill fill) {
        return fill.isOfOrder() ? of(fill.clOrdId(), fill.orderId()) : Optional.empty();
    }

    private Optional<ChildId> of(Optional<ClOrdId> clOrdId, OrderId orderId) {
        return clOrdId.map(id -> byClOrdId.get(id.value()))
                .or(() -> Optional.ofNullable(byOrderId.get(orderId)))
                .or(() -> clOrdId.flatMap(this::former));
    }

    private Optional<ChildId> former(ClOrdId id) {
        nameFormer();
        return Optional.ofNullable(byClOrdId.get(id.value()));
    }

    /** An order of this journal's tag, by the number in its id. Immutable. */
    record Lost(ChildId child, ClOrdId clOrdId) {}

    /** The order of this journal that an id was made for, whether or not the journal has it. */
    Optional<Lost> lost(ClOrdId id) {
        if (id.isFrom(instanceTag)) {
            return id.child().map(child -> new Lost(child, id));
        }
        return codec == ClientIdCodec.PLAIN ? Optional.empty() : Optional.ofNullable(hidden().get(id.value()));
    }

    /** The next ids as the venue writes them, where that hides whose they are. */
    private Map<String, Lost> hidden() {
        if (hidden.isEmpty()) {
            for (var number = next; number < next + TAIL; number++) {
                var id = ClOrdId.of(instanceTag, new ChildId(number), 0);
                hidden.put(codec.encode(id), new Lost(new ChildId(number), id));
            }
        }
        return hidden;
    }

    Owner owner(Optional<ClOrdId> clOrdId) {
        var id = clOrdId.map(ClOrdId::value).orElse("");
        if (id.startsWith(prefix(instanceTag))) {
            return Owner.THIS_JOURNAL;
        }
        var anybodys = prefix("");
        return id.startsWith(anybodys.substring(0, anybodys.length() - 1)) ? Owner.ANOTHER_JOURNAL : Owner.EXTERNAL;
    }

    /** All that an id of that journal begins with; a venue that takes only UUIDs hides it, and then nobody can tell. */
    private String prefix(String tag) {
        var first = codec.encode(ClOrdId.of(tag, new ChildId(0), 0));
        return first.substring(0, first.length() - 1);
    }
}
