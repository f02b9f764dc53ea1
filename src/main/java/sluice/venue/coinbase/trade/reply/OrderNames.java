package sluice.venue.coinbase.trade.reply;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import sluice.order.ClOrdId;
import sluice.order.OrderId;
import sluice.venue.coinbase.trade.wire.OrderRequests;

/**
 * Which id of ours an id of the venue's means. Confined to its session.
 *
 * <ol>
 *   <li>The venue knows an order by a UUID that our id cannot be read from, so every id that we ever said is kept.
 *   <li>An order amended in place keeps its ids there, and goes by its newest id here.
 *   <li>An id that is not ours, or was forgotten, is shown as the venue has it.
 * </ol>
 */
public final class OrderNames {

    private static final int REMEMBERED = 20_000;

    private final Map<String, ClOrdId> byWireId = new Latest<>();
    private final Map<ClOrdId, OrderId> orderIds = new Latest<>();
    private final Map<OrderId, ClOrdId> clOrdIds = new Latest<>();

    /** The desk spoke of this order; what it calls an order that is there is what the order goes by. */
    public void said(ClOrdId id, Optional<OrderId> orderId) {
        byWireId.put(OrderRequests.IDS.encode(id), id);
        orderId.ifPresent(known -> renamed(known, id));
    }

    /** The venue's id of the order that goes by this id of ours. */
    public Optional<OrderId> orderId(ClOrdId id) {
        return Optional.ofNullable(orderIds.get(id));
    }

    /** Our id of an order that the venue has shown. */
    public Optional<ClOrdId> clOrdId(OrderId order) {
        return Optional.ofNullable(clOrdIds.get(order));
    }

    /** An amend went through: the same order under another id. */
    public void renamed(OrderId order, ClOrdId next) {
        clOrdIds.put(order, next);
        orderIds.put(next, order);
    }

    /** Our id for an order that the venue shows; kept, so that it can be asked for by it. */
    Optional<ClOrdId> seen(String wireId, OrderId order) {
        if (!wireId.isEmpty()) {
            var first = byWireId.getOrDefault(wireId, new ClOrdId(wireId));
            orderIds.put(first, order);
            clOrdIds.putIfAbsent(order, first);
        }
        return clOrdId(order);
    }

    /** Forgets what was not heard of for longest. */
    private static final class Latest<K, V> extends LinkedHashMap<K, V> {

        private static final long serialVersionUID = 1;

        Latest() {
            super(64, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > REMEMBERED;
        }
    }
}
