package sluice.sim.bybit.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import sluice.sim.front.Json;

/** What a client says on a WebSocket: {@code {"req_id":"1","op":"subscribe","args":[...]}}. */
public record SocketFrame(Optional<JsonNode> id, String op, List<JsonNode> args) {

    public static Optional<SocketFrame> read(String text) {
        return Json.read(text).filter(JsonNode::isObject).map(SocketFrame::of);
    }

    private static SocketFrame of(JsonNode tree) {
        var args = StreamSupport.stream(tree.path("args").spliterator(), false).toList();
        return new SocketFrame(
                Optional.ofNullable(tree.get("req_id")), tree.path("op").asText(), args);
    }

    List<String> topics() {
        return args.stream().map(JsonNode::asText).toList();
    }

    /** The usual answer, in the order of fields the venue has them. */
    ObjectNode answer(boolean success, String message, long conn) {
        var json = Json.object().put("success", success).put("ret_msg", message).put("conn_id", connId(conn));
        id.ifPresent(found -> json.set("req_id", found));
        return json.put("op", op);
    }

    static String connId(long conn) {
        return "sim" + conn;
    }
}
