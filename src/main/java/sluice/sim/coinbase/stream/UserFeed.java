package sluice.sim.coinbase.stream;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sluice.sim.ExchangeListener;
import sluice.sim.OrderChange;
import sluice.sim.SimOrder;
import sluice.sim.coinbase.endpoint.Floor;
import sluice.sim.coinbase.endpoint.OrderJson;
import sluice.sim.front.Json;

/**
 * The user channel: an account's orders as they stand, never what made them so.
 *
 * <p>Several fills of an order between two messages are one message; there is no balance on it. Confined to the
 * simulator's thread.
 */
final class UserFeed implements ExchangeListener {

    private static final int PAGE = 50;

    private final Floor floor;
    private final Lines lines;
    private final Map<Long, SimOrder> changed = new LinkedHashMap<>();

    UserFeed(Floor floor, Lines lines) {
        this.floor = floor;
        this.lines = lines;
        floor.exchange().listen(this);
    }

    /** The open orders, in pages; one page without any when there are none. */
    void begin(Line line) {
        var account = line.account().orElseThrow();
        var open = floor.exchange().openOrders(account, Optional.empty()).stream()
                .filter(order -> line.hearsOrders(order.symbol()))
                .toList();
        for (int from = 0; from == 0 || from < open.size(); from += PAGE) {
            send(line, "snapshot", open.subList(from, Math.min(open.size(), from + PAGE)));
        }
    }

    @Override
    public void orderChanged(OrderChange change) {
        var order = change.order();
        var listeners = listeners(order);
        if (change.kind() == OrderChange.Kind.NEW) {
            listeners.forEach(line -> lines.send(line, Channel.USER, order.symbol(), event("update", pending(order))));
        }
        if (!listeners.isEmpty()) {
            changed.put(order.orderId(), order);
        }
    }

    void turn() {
        var told = List.copyOf(changed.values());
        changed.clear();
        for (var line : told.isEmpty() ? List.<Line>of() : lines.all()) {
            var heard = told.stream()
                    .filter(order -> listeners(order).contains(line))
                    .toList();
            for (int from = 0; from < heard.size(); from += PAGE) {
                send(line, "update", heard.subList(from, Math.min(heard.size(), from + PAGE)));
            }
        }
    }

    /** A cancel that was accepted shows before it is done. */
    void queued(SimOrder order) {
        if (!listeners(order).isEmpty()) {
            changed.putIfAbsent(order.orderId(), order);
        }
    }

    private List<Line> listeners(SimOrder order) {
        return lines.having(
                line -> line.account().filter(order.account()::equals).isPresent() && line.hearsOrders(order.symbol()));
    }

    private void send(Line line, String type, List<SimOrder> orders) {
        var event = Json.array(orders, order -> OrderJson.pushed(floor, order, OrderJson.status(floor, order)));
        lines.send(line, Channel.USER, "", event(type, event));
    }

    private ArrayNode pending(SimOrder order) {
        return Json.array(List.of(order), taken -> OrderJson.pushed(floor, taken, "PENDING"));
    }

    private static String event(String type, ArrayNode orders) {
        var event = Json.object().put("type", type);
        event.set("orders", orders);
        var positions = event.putObject("positions");
        positions.putArray("perpetual_futures_positions");
        positions.putArray("expiring_futures_positions");
        return MarketFeed.events(event);
    }
}
