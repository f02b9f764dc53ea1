package sluice.sim.binance.stream;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import sluice.sim.ExchangeListener;
import sluice.sim.Holding;
import sluice.sim.OrderChange;
import sluice.sim.binance.call.Refusal;
import sluice.sim.binance.endpoint.Floor;
import sluice.sim.front.Json;
import sluice.sim.front.Occasion;
import sluice.sim.front.Outbox;
import sluice.sim.front.Push;
import sluice.sim.front.StreamFaults.Nature;

/** Who listens to which account, and what they are told. Confined to the simulator's thread. */
public final class UserStreams implements ExchangeListener {

    private static final int MOST_IN_A_LIFETIME = 65_535;

    /** One account's events on one connection; {@code byLogon} ones end with the session's logout. */
    public record Subscription(int id, String account, boolean byLogon) {}

    private final Floor floor;
    private final Outbox outbox;
    private final Map<Long, Map<Integer, Subscription>> subscriptions = new LinkedHashMap<>();
    private final Map<Long, Integer> nextIds = new LinkedHashMap<>();

    public UserStreams(Floor floor, Outbox outbox) {
        this.floor = floor;
        this.outbox = outbox;
        floor.exchange().listen(this);
    }

    /** web-socket-api: one active subscription per account and connection, else -2035. */
    public Subscription subscribe(long conn, String account, boolean byLogon) {
        var mine = subscriptions.computeIfAbsent(conn, id -> new TreeMap<>());
        if (mine.values().stream()
                .anyMatch(subscription -> subscription.account().equals(account))) {
            throw new Refusal(400, -2035, "Subscription already active on this connection for this account.");
        }
        var id = nextIds.merge(conn, 1, Integer::sum) - 1;
        if (id >= MOST_IN_A_LIFETIME) {
            throw new Refusal(400, -2042, "Too many subscriptions were made on this connection.");
        }
        var subscription = new Subscription(id, account, byLogon);
        mine.put(id, subscription);
        return subscription;
    }

    public List<Subscription> of(long conn) {
        return List.copyOf(subscriptions.getOrDefault(conn, Map.of()).values());
    }

    /** Ends it, and says so on the stream. */
    public void unsubscribe(long conn, Subscription subscription) {
        var event = Json.object()
                .put("e", "eventStreamTerminated")
                .put("E", floor.serverTime().toEpochMilli());
        push(conn, subscription, event);
        subscriptions.getOrDefault(conn, Map.of()).remove(subscription.id());
    }

    public void closed(long conn) {
        subscriptions.remove(conn);
        nextIds.remove(conn);
    }

    @Override
    public void orderChanged(OrderChange change) {
        if (isHeard(change.account())) {
            tell(change.account(), ExecutionReport.of(change, floor.cancelId(), floor.serverTime()));
        }
    }

    @Override
    public void holdingsChanged(String account, Map<String, Holding> changed) {
        if (isHeard(account)) {
            tell(account, ExecutionReport.position(changed, floor.serverTime()));
        }
    }

    private boolean isHeard(String account) {
        return subscriptions.values().stream()
                .flatMap(all -> all.values().stream())
                .anyMatch(subscription -> subscription.account().equals(account));
    }

    private void tell(String account, ObjectNode event) {
        new ArrayList<>(subscriptions.entrySet())
                .forEach(entry -> entry.getValue().values().stream()
                        .filter(subscription -> subscription.account().equals(account))
                        .forEach(subscription -> push(entry.getKey(), subscription, event)));
    }

    private void push(long conn, Subscription subscription, ObjectNode event) {
        var json = Json.object().put("subscriptionId", subscription.id());
        json.set("event", event);
        var occasion = Occasion.of("private", "userDataStream", event.get("e").asText());
        outbox.push(Push.Text.now(conn, Json.text(json)), occasion, Nature.PRIVATE);
    }
}
