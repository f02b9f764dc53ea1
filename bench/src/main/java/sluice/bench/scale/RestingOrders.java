package sluice.bench.scale;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import sluice.bench.desk.CannedOrder;
import sluice.net.HeldCall;
import sluice.net.HttpCall;
import sluice.net.HttpOutcome;
import sluice.net.Link;
import sluice.net.LinkListener;
import sluice.net.Transport;

/** A venue's private side with orders that rest there; the rest of it is the transport's beneath. */
record RestingOrders(Transport beneath, List<Resting> orders) implements Transport {

    /** @param id ours */
    record Resting(String id, String base) {

        private String row() {
            return CannedOrder.reply(id).replace("BTCUSDT", base + "USDT");
        }
    }

    @Override
    public void call(HttpCall call, Consumer<HttpOutcome> outcome) {
        if (!call.url().contains("/openOrders")) {
            beneath.call(call, outcome);
            return;
        }
        var rows = orders.stream()
                .filter(order -> !call.url().contains("symbol=") || call.url().contains("=" + order.base + "USDT&"))
                .map(Resting::row)
                .collect(Collectors.joining(",", "[", "]"));
        outcome.accept(new HttpOutcome.Reply(200, Map.of(), rows, java.time.Duration.ofMillis(1)));
    }

    @Override
    public void prepare(Supplier<Optional<HeldCall>> work) {
        beneath.prepare(work);
    }

    @Override
    public Link open(String url, LinkListener listener) {
        return beneath.open(url, listener);
    }

    @Override
    public void close() {
        beneath.close();
    }
}
