package sluice.sim.front;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** The new orders that queries cannot see yet, because a fault says so. Confined to the simulator's thread. */
public final class ReadLag {

    private static final Duration USUAL = Duration.ofSeconds(1);

    private final Faults faults;
    private final Occasion newOrder;
    private final Map<Long, Instant> hidden = new HashMap<>();

    /** @param newOrder the names by which a fault can mean an order's placement or its queries */
    public ReadLag(Faults faults, Occasion newOrder) {
        this.faults = faults;
        this.newOrder = newOrder;
    }

    public void placed(long orderId, Instant now) {
        hidden.values().removeIf(until -> !now.isBefore(until));
        faults.fire(FaultKind.READ_LAG, newOrder, now)
                .ifPresent(fault -> hidden.put(
                        orderId, now.plus(fault.millis("ms", fault.lasting().orElse(USUAL)))));
    }

    public boolean hides(long orderId, Instant now) {
        var until = hidden.get(orderId);
        return until != null && now.isBefore(until);
    }
}
