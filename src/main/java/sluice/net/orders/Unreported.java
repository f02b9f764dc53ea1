package sluice.net.orders;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import sluice.net.limit.Earliest;
import sluice.order.OrderId;

/** The orders that a private stream owes a report of: acknowledged to us, and not yet told. Confined to its session. */
final class Unreported {

    private static final long WITHIN_NANOS = Duration.ofSeconds(10).toNanos();
    private static final int REMEMBERED = 100;

    private final Map<OrderId, Long> due = new LinkedHashMap<>();
    private final Deque<OrderId> reported = new ArrayDeque<>();

    void expect(OrderId order, long now) {
        if (!reported.contains(order)) {
            due.put(order, now + WITHIN_NANOS);
        }
    }

    /** A report may overtake the reply that makes us wait for it. */
    void reported(OrderId order) {
        due.remove(order);
        reported.addLast(order);
        if (reported.size() > REMEMBERED) {
            reported.removeFirst();
        }
    }

    boolean isAnyLate(long now) {
        return !due.isEmpty() && due.values().stream().anyMatch(nanos -> now >= nanos);
    }

    OptionalLong dueNanos() {
        var next = new Earliest();
        due.values().forEach(next::and);
        return next.nanos();
    }

    void forget() {
        due.clear();
    }
}
