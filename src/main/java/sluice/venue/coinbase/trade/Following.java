package sluice.venue.coinbase.trade;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;
import sluice.net.gate.Answer;
import sluice.net.gate.Ask;
import sluice.net.gate.Due;
import sluice.net.gate.Gate;
import sluice.net.gate.Outlet;
import sluice.order.OrderId;
import sluice.venue.VenueOrder;

/**
 * Asks for orders that are about to end and were not yet said to have: the venue takes a cancel first and carries it
 * out later, and tells the end on the user channel, which may be away.
 */
final class Following implements Due {

    private static final long FIRST_NANOS = Duration.ofMillis(1_000).toNanos();
    private static final long SLOWEST_NANOS = Duration.ofSeconds(30).toNanos();

    private final Outlet outlet;
    private final Gate gate;
    private final Wire wire;
    private final Consumer<VenueOrder> found;
    private final Map<OrderId, Wait> waits = new LinkedHashMap<>();

    Following(Outlet outlet, Gate gate, Wire wire, Consumer<VenueOrder> found) {
        this.outlet = outlet;
        this.gate = gate;
        this.wire = wire;
        this.found = found;
    }

    private record Wait(long dueNanos, long waitNanos) {}

    /** It should end soon. */
    void endOf(OrderId order) {
        waits.put(order, new Wait(outlet.nanos() + FIRST_NANOS, FIRST_NANOS));
    }

    /** The venue told how it stands. */
    void seen(VenueOrder order) {
        if (order.state().isTerminal()) {
            waits.remove(order.orderId());
        }
    }

    @Override
    public void woken() {
        for (var entry : new ArrayList<>(waits.entrySet())) {
            if (entry.getValue().dueNanos() <= outlet.nanos()) {
                var wait = Math.min(2 * entry.getValue().waitNanos(), SLOWEST_NANOS);
                waits.put(entry.getKey(), new Wait(outlet.nanos() + wait, wait));
                ask(entry.getKey());
            }
        }
    }

    @Override
    public OptionalLong nextNanos() {
        return waits.values().stream().mapToLong(Wait::dueNanos).min();
    }

    private void ask(OrderId order) {
        gate.soon(Ask.read(1, at -> wire.reads().order(order, at)), answer -> {
            if (answer instanceof Answer.Done done) {
                found.accept(wire.objects().answer(done.body()));
            }
        });
    }
}
