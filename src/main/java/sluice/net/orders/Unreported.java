package sluice.net.orders;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import sluice.order.OrderId;

/** Orders that were acknowledged to us and that a private stream which lives tells of soon. Confined to its session. */
final class Unreported {

    private static final long WITHIN_NANOS = Duration.ofSeconds(10).toNanos();
    private static final int REMEMBERED = 100;

    private final Map<OrderId, Long> dues = new LinkedHashMap<>();
    private final Deque<OrderId> reported = new ArrayDeque<>();

    void expect(OrderId order, long now) {
        if (!reported.contains(order)) {
            dues.put(order, now + WITHIN_NANOS);
        }
    }

    /** A report may overtake the reply that makes us wait for it. */
    void reported(OrderId order) {
        dues.remove(order);
        reported.addLast(order);
        if (reported.size() > REMEMBERED) {
            reported.removeFirst();
        }
    }

    boolean isOverdue(long now) {
        return dues.values().stream().anyMatch(due -> now >= due);
    }

    Collection<Long> dues() {
        return dues.values();
    }

    void forget() {
        dues.clear();
    }
}
