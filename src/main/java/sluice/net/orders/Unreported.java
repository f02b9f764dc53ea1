package sluice.net.orders;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import sluice.order.OrderId;

/** Orders that were acknowledged to us and that a private stream has still to speak of. Confined to its session. */
final class Unreported {

    private static final long REPORT_WITHIN_NANOS = Duration.ofSeconds(10).toNanos();
    private static final int REMEMBERED = 100;

    private final Map<OrderId, Long> dues = new LinkedHashMap<>();
    private final Deque<OrderId> reported = new ArrayDeque<>();

    /** A report may overtake the reply that makes us wait for it. */
    void reported(OrderId order) {
        dues.remove(order);
        reported.addLast(order);
        if (reported.size() > REMEMBERED) {
            reported.removeFirst();
        }
    }

    void expect(OrderId order, long now) {
        if (!reported.contains(order)) {
            dues.put(order, now + REPORT_WITHIN_NANOS);
        }
    }

    void forget() {
        dues.clear();
    }

    boolean isOverdue(long now) {
        return dues.values().stream().anyMatch(due -> now >= due);
    }

    Stream<Long> dues() {
        return dues.values().stream();
    }
}
