package sluice.sim.coinbase.endpoint;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import sluice.sim.Exchange;
import sluice.sim.SimOrder;
import sluice.sim.SimRef;

/**
 * Cancels that were accepted and are not done yet: until then their orders can trade. Confined to the simulator's
 * thread.
 */
public final class Cancels {

    private record Waiting(SimOrder order, Instant due) {}

    private final Exchange exchange;
    private final Map<Long, Waiting> waiting = new LinkedHashMap<>();
    private Consumer<SimOrder> listener = order -> {};

    Cancels(Exchange exchange) {
        this.exchange = exchange;
    }

    /** Told of every cancel that is accepted. */
    public void listen(Consumer<SimOrder> accepted) {
        listener = accepted;
    }

    void accept(SimOrder order, Instant due) {
        waiting.put(order.orderId(), new Waiting(order, due));
        listener.accept(order);
    }

    public boolean isWaiting(long orderId) {
        return waiting.containsKey(orderId);
    }

    /** Does what has become due. */
    public void turn() {
        for (var cancel : List.copyOf(waiting.values())) {
            if (!exchange.now().isBefore(cancel.due())) {
                var order = cancel.order();
                waiting.remove(order.orderId());
                exchange.cancel(order.account(), order.symbol(), SimRef.of(order.orderId()));
            }
        }
    }
}
