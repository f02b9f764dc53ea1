package sluice.sim.bybit.endpoint;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import sluice.sim.Exchange;
import sluice.sim.SimOrder;
import sluice.sim.SimRef;
import sluice.sim.bybit.call.Category;

/**
 * Disconnection protection: cancels what an account has resting once nobody of it has listened to {@code dcp} for as
 * long as it said. Confined to the simulator's thread.
 *
 * <p>v5/order/dcp: the time starts from the first disconnection, by default 10 seconds, and starts anew when the client
 * is back before; a client that never listened, or has left off, has no such protection.
 */
public final class DisconnectProtection {

    private static final Duration USUAL = Duration.ofSeconds(10);

    /** What is protected on its own: the categories of a product, and what its topic is called. */
    public enum Product {
        SPOT("dcp.spot", Set.of(Category.SPOT)),
        DERIVATIVES("dcp.future", Set.of(Category.LINEAR, Category.INVERSE)),
        OPTIONS("dcp.option", Set.of(Category.OPTION));

        private final String topic;
        private final Set<Category> categories;

        Product(String topic, Set<Category> categories) {
            this.topic = topic;
            this.categories = categories;
        }

        static Optional<Product> of(String name) {
            return Arrays.stream(values())
                    .filter(product -> product.name().equals(name))
                    .findFirst();
        }

        boolean isHeardOn(Set<String> topics) {
            return topics.contains("dcp") || topics.contains(topic);
        }
    }

    private record Account(String name, Product product) {}

    private record Connection(String account, Set<String> topics) {}

    private final BybitFloor floor;
    private final Map<Account, Duration> windows = new HashMap<>();
    private final Map<Account, Instant> cancelsAt = new HashMap<>();
    private final Map<Long, Connection> connections = new HashMap<>();

    DisconnectProtection(BybitFloor floor) {
        this.floor = floor;
    }

    void window(String account, Product product, Duration window) {
        windows.put(new Account(account, product), window);
    }

    Duration window(String account, Product product) {
        return windows.getOrDefault(new Account(account, product), USUAL);
    }

    /** Whether the account would lose its orders of the product, should it be cut off now. */
    boolean isOn(String account, Product product) {
        return connections.values().stream()
                .anyMatch(each -> each.account.equals(account) && product.isHeardOn(each.topics));
    }

    /** A connection listens to these topics from now on. */
    public void listens(long conn, String account, Set<String> topics) {
        connections.put(conn, new Connection(account, Set.copyOf(topics)));
        for (var product : Product.values()) {
            if (product.isHeardOn(topics)) {
                cancelsAt.remove(new Account(account, product));
            }
        }
    }

    public void closed(long conn) {
        var gone = connections.remove(conn);
        if (gone == null) {
            return;
        }
        for (var product : Product.values()) {
            if (product.isHeardOn(gone.topics) && !isOn(gone.account, product)) {
                var window = window(gone.account, product);
                cancelsAt.putIfAbsent(
                        new Account(gone.account, product), floor.now().plus(window));
            }
        }
    }

    /** Cancels what has become due. */
    public void turn() {
        if (cancelsAt.isEmpty()) {
            return;
        }
        var now = floor.now();
        var due = cancelsAt.entrySet().stream()
                .filter(entry -> !now.isBefore(entry.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        due.forEach(cancelsAt::remove);
        due.forEach(account -> cancel(floor.exchange(), account));
    }

    private void cancel(Exchange exchange, Account account) {
        for (var order : List.copyOf(exchange.openOrders(account.name, Optional.empty()))) {
            var category = Category.of(floor.names().listing(order.symbol()));
            if (account.product.categories.contains(category)) {
                exchange.cancel(
                        account.name, order.symbol(), SimRef.of(order.orderId()), SimOrder.Cause.CONNECTION_LOST);
            }
        }
    }
}
