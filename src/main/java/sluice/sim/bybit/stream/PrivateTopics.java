package sluice.sim.bybit.stream;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import sluice.sim.ExchangeListener;
import sluice.sim.Holding;
import sluice.sim.OrderChange;
import sluice.sim.SimFill;
import sluice.sim.SimOrder;
import sluice.sim.bybit.call.Category;
import sluice.sim.bybit.endpoint.BybitFloor;
import sluice.sim.bybit.json.ExecutionJson;
import sluice.sim.bybit.json.OrderJson;
import sluice.sim.bybit.json.PositionJson;
import sluice.sim.bybit.json.WalletJson;
import sluice.sim.front.Json;
import sluice.sim.front.Occasion;
import sluice.sim.front.Outbox;
import sluice.sim.front.Push;
import sluice.sim.front.StreamFaults.Nature;
import sluice.sim.perp.Funding;
import sluice.sim.perp.Position;

/**
 * What accounts are told, on the topics their connections listen to. Confined to the simulator's thread.
 *
 * <p>Orders and executions come by different ways: of one order the executions come first, of the next one later.
 */
public final class PrivateTopics implements ExchangeListener {

    private static final Duration ORDER_WAY = Duration.ofMillis(4);
    private static final Duration SHORT_WAY = Duration.ofMillis(2);
    private static final Duration LONG_WAY = Duration.ofMillis(7);

    private final BybitFloor floor;
    private final Outbox outbox;
    private final OrderJson orders;
    private final ExecutionJson executions;
    private final PositionJson positions;
    private final WalletJson wallet;
    private final Map<Long, Listener> listeners = new LinkedHashMap<>();
    private final Map<Long, List<SimFill>> fills = new HashMap<>();
    private long ids;

    /** Who listens on a connection, and to what. */
    private record Listener(String account, Set<String> topics) {}

    public PrivateTopics(BybitFloor floor, Outbox outbox) {
        this.floor = floor;
        this.outbox = outbox;
        this.orders = new OrderJson(floor.names());
        this.executions = new ExecutionJson(floor.exchange(), floor.names());
        this.positions = new PositionJson(floor.exchange(), floor.names());
        this.wallet = new WalletJson(floor.exchange());
        floor.exchange().listen(this);
    }

    void listen(long conn, String account, Set<String> topics) {
        listeners.put(conn, new Listener(account, Set.copyOf(topics)));
        floor.protection().listens(conn, account, topics);
    }

    void closed(long conn) {
        listeners.remove(conn);
        floor.protection().closed(conn);
    }

    /** Tells the account how an order stands, though nothing happened to it. */
    public void tell(SimOrder order) {
        if (isHeard(order.account())) {
            push(order.account(), "order", category(order.symbol()), orders.of(order, known(order)), ORDER_WAY);
        }
    }

    @Override
    public void orderChanged(OrderChange change) {
        var order = change.order();
        var mine = before(change);
        change.fill().ifPresent(mine::add);
        if (isHeard(order.account())) {
            var category = category(order.symbol());
            push(order.account(), "order", category, orders.of(order, mine), ORDER_WAY);
            change.fill()
                    .ifPresent(fill -> push(
                            order.account(),
                            "execution",
                            category,
                            executions.of(fill, order),
                            order.orderId() % 2 == 0 ? SHORT_WAY : LONG_WAY));
            if (category == Category.LINEAR && change.fill().isEmpty()) {
                positionChanged(floor.exchange().perpetuals().position(order.account(), order.symbol()));
            }
        }
        if (!order.isOpen()) {
            fills.remove(order.orderId());
        }
    }

    @Override
    public void holdingsChanged(String account, Map<String, Holding> changed) {
        if (isHeard(account)) {
            push(account, "wallet", Category.SPOT, wallet.of(account, Optional.of(changed.keySet())), ORDER_WAY);
        }
    }

    /** v5/websocket/private/position: told on every order action, whether or not it changed anything. */
    @Override
    public void positionChanged(Position position) {
        if (isHeard(position.account())) {
            push(position.account(), "position", Category.LINEAR, positions.pushed(position), ORDER_WAY);
        }
    }

    @Override
    public void funded(Funding funding) {
        var account = funding.position().account();
        if (isHeard(account)) {
            push(account, "execution", Category.LINEAR, executions.of(funding), SHORT_WAY);
        }
    }

    /** The order's executions so far, those of the same moment that come later left out. */
    private List<SimFill> before(OrderChange change) {
        return fills.computeIfAbsent(
                change.order().orderId(),
                id -> new ArrayList<>(known(change.order()).stream()
                        .filter(fill -> fill.execId() < change.execId())
                        .toList()));
    }

    private List<SimFill> known(SimOrder order) {
        return order.cumQty().isZero()
                ? List.of()
                : floor.exchange().fills(order.account()).stream()
                        .filter(fill -> fill.order().orderId() == order.orderId())
                        .toList();
    }

    private Category category(String symbol) {
        return Category.of(floor.names().listing(symbol));
    }

    private boolean isHeard(String account) {
        return listeners.values().stream()
                .anyMatch(listener -> listener.account().equals(account));
    }

    private void push(String account, String kind, Category category, ObjectNode item, Duration way) {
        var categorised = kind + "." + category.wire();
        var data = Json.array().add(item);
        for (var entry : List.copyOf(listeners.entrySet())) {
            var listener = entry.getValue();
            if (listener.account().equals(account)) {
                List.of(kind, categorised).stream()
                        .filter(listener.topics()::contains)
                        .forEach(topic -> push(entry.getKey(), topic, data, way));
            }
        }
    }

    private void push(long conn, String topic, ArrayNode data, Duration way) {
        var json = Json.object()
                .put("id", "sim_" + floor.now().toEpochMilli() + "_" + ++ids)
                .put("topic", topic)
                .put("creationTime", floor.millis());
        json.set("data", data);
        var kind = topic.contains(".") ? topic.substring(0, topic.indexOf('.')) : topic;
        outbox.push(
                new Push.Text(conn, Json.text(json), way),
                new Occasion(Set.copyOf(List.of("private", topic, kind))),
                Nature.PRIVATE);
    }
}
