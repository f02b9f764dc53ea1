package sluice.sim.binance.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import sluice.sim.front.Json;
import sluice.sim.front.Occasion;
import sluice.sim.front.Outbox;
import sluice.sim.front.Push;
import sluice.sim.front.StreamFaults.Nature;

/**
 * One connection to the market streams: what it listens to and how its frames are wrapped.
 *
 * <p>web-socket-streams, "WebSocket Limits": 5 incoming messages a second, 1024 streams; beyond them it is
 * disconnected.
 */
public final class MarketSocket {

    private static final int MESSAGES_A_SECOND = 5;
    private static final int MOST_STREAMS = 1_024;
    private static final int POLICY = 1008;
    private static final List<String> METHODS =
            List.of("SUBSCRIBE", "UNSUBSCRIBE", "LIST_SUBSCRIPTIONS", "SET_PROPERTY", "GET_PROPERTY");

    private final long conn;
    private final MarketStreams market;
    private final Outbox outbox;
    private final Set<String> streams = new LinkedHashSet<>();
    private final Deque<Instant> incoming = new ArrayDeque<>();
    private boolean combined;

    public MarketSocket(long conn, boolean combined, MarketStreams market, Outbox outbox) {
        this.conn = conn;
        this.combined = combined;
        this.market = market;
        this.outbox = outbox;
    }

    public void subscribe(List<String> names) {
        streams.addAll(names);
        if (streams.size() > MOST_STREAMS) {
            outbox.force(new Push.Close(conn, POLICY, "Too many streams"));
            return;
        }
        names.forEach(name -> market.subscribe(conn, name, combined));
    }

    public void closed() {
        streams.forEach(name -> market.unsubscribe(conn, name));
        streams.clear();
    }

    /** Counts a message; false when the connection has had too many in the last second. */
    public boolean counts(Instant now) {
        incoming.addLast(now);
        while (incoming.getFirst().plusSeconds(1).compareTo(now) <= 0) {
            incoming.removeFirst();
        }
        if (incoming.size() > MESSAGES_A_SECOND) {
            outbox.force(new Push.Close(conn, POLICY, "Too many requests"));
            return false;
        }
        return true;
    }

    /** The method a frame asks for, which faults can name. */
    public static Optional<String> method(String text) {
        return Json.read(text).map(tree -> tree.path("method").asText()).filter(METHODS::contains);
    }

    public void received(String text) {
        var tree = Json.read(text);
        var answer = tree.isEmpty() ? error(3, "Invalid JSON: expected value at line 1 column 1") : answer(tree.get());
        answer.set(
                "id",
                tree.map(found -> found.path("id"))
                        .filter(JsonNode::isValueNode)
                        .orElse(Json.object().nullNode()));
        var occasion = Occasion.of(method(text).orElse("control"));
        outbox.push(Push.Text.now(conn, Json.text(answer)), occasion, Nature.CONTROL);
    }

    private ObjectNode answer(JsonNode tree) {
        var method = tree.path("method").asText();
        var params =
                StreamSupport.stream(tree.path("params").spliterator(), false).toList();
        return switch (method) {
            case "SUBSCRIBE" -> done(params, this::subscribe);
            case "UNSUBSCRIBE" -> done(params, this::unsubscribe);
            case "LIST_SUBSCRIPTIONS" -> Json.object().set("result", Json.texts(streams));
            case "SET_PROPERTY" -> set(params);
            case "GET_PROPERTY" -> Json.object().put("result", combined);
            case "" -> error(2, "Invalid request: missing field `method`");
            default -> error(2, "Invalid request: unknown variant `" + method + "`, expected one of " + METHODS);
        };
    }

    private ObjectNode done(List<JsonNode> params, Consumer<List<String>> act) {
        if (params.isEmpty() || !params.stream().allMatch(JsonNode::isTextual)) {
            return error(2, "Invalid request: params must be stream names");
        }
        act.accept(params.stream().map(JsonNode::asText).toList());
        return Json.object().putNull("result");
    }

    private void unsubscribe(List<String> names) {
        names.forEach(name -> market.unsubscribe(conn, name));
        names.forEach(streams::remove);
    }

    private ObjectNode set(List<JsonNode> params) {
        if (params.size() != 2 || !params.get(0).asText().equals("combined")) {
            return error(0, "Unknown property");
        }
        if (!params.get(1).isBoolean()) {
            return error(1, "Invalid value type: expected Boolean");
        }
        combined = params.get(1).asBoolean();
        streams.forEach(name -> market.subscribe(conn, name, combined));
        return Json.object().putNull("result");
    }

    private static ObjectNode error(int code, String message) {
        return Json.object().put("code", code).put("msg", message);
    }
}
