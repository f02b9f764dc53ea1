package sluice.sim.bybit.stream;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import sluice.sim.bybit.call.Refusal;
import sluice.sim.bybit.endpoint.BybitFloor;
import sluice.sim.front.Json;

/** A connection to an account's own topics, once it has proved whose it is. */
public final class PrivateSocket implements BybitSocket {

    private static final Pattern ALL_IN_ONE = Pattern.compile("order|execution|position|wallet|greeks|dcp");
    private static final Pattern CATEGORISED =
            Pattern.compile("(order|execution|position|dcp)\\.(spot|linear|inverse|option|future)");

    private final long conn;
    private final BybitFloor floor;
    private final PrivateTopics topics;
    private final Set<String> mine = new LinkedHashSet<>();
    private Optional<String> account = Optional.empty();
    private boolean over;

    public PrivateSocket(long conn, BybitFloor floor, PrivateTopics topics) {
        this.conn = conn;
        this.floor = floor;
        this.topics = topics;
    }

    @Override
    public ObjectNode answer(SocketFrame frame) {
        return switch (frame.op()) {
            case "ping" -> pong(frame);
            case "auth" -> auth(frame);
            case "subscribe" -> subscribe(frame);
            case "unsubscribe" -> {
                frame.topics().forEach(mine::remove);
                listen();
                yield frame.answer(true, "", conn);
            }
            default -> frame.answer(false, "error:Invalid op", conn);
        };
    }

    private ObjectNode pong(SocketFrame frame) {
        var json = Json.object();
        frame.id().ifPresent(id -> json.set("req_id", id));
        json.put("op", "pong").putArray("args").add(String.valueOf(floor.millis()));
        return json.put("conn_id", SocketFrame.connId(conn));
    }

    /** A connection that cannot prove whose it is is closed. */
    private ObjectNode auth(SocketFrame frame) {
        var args = frame.topics();
        try {
            if (args.size() != 3) {
                throw Refusal.parameter("Params Error");
            }
            var key = floor.keys().signer(args.get(0), args.get(1), args.get(2), floor.serverTime());
            account = Optional.of(key.account());
            return frame.answer(true, "", conn);
        } catch (Refusal refusal) {
            over = true;
            return frame.answer(false, refusal.code() + ":" + refusal.text(), conn);
        }
    }

    /** v5/ws/connect: all-in-one and categorised topics cannot be mixed in one request. */
    private ObjectNode subscribe(SocketFrame frame) {
        if (account.isEmpty()) {
            return frame.answer(false, "Request not authorized", conn);
        }
        var asked = frame.topics();
        var all = asked.stream()
                .filter(topic -> ALL_IN_ONE.matcher(topic).matches())
                .count();
        var categorised = asked.stream()
                .filter(topic -> CATEGORISED.matcher(topic).matches())
                .count();
        if (asked.isEmpty() || all + categorised < asked.size()) {
            return frame.answer(false, "error:handler not found,topic:" + asked, conn);
        }
        if (all > 0 && asked.stream().anyMatch(topic -> topic.contains("."))) {
            return frame.answer(false, "error:all-in-one topics and categorised topics cannot be mixed", conn);
        }
        mine.addAll(asked);
        return frame.answer(true, "", conn);
    }

    @Override
    public void begin() {
        listen();
    }

    @Override
    public boolean isOver() {
        return over;
    }

    @Override
    public void closed() {
        topics.closed(conn);
    }

    private void listen() {
        account.ifPresent(name -> topics.listen(conn, name, mine));
    }
}
