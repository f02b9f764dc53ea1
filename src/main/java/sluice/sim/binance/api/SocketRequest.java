package sluice.sim.binance.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import sluice.sim.front.Json;

/**
 * A frame of the WebSocket API taken apart; values are kept as their text, which is what is signed.
 *
 * @param id as JSON text, to be given back
 */
record SocketRequest(String id, String method, Map<String, String> params) {

    static Optional<SocketRequest> read(String text) {
        return Json.read(text)
                .filter(tree -> tree.path("method").isTextual())
                .map(tree -> new SocketRequest(id(tree), tree.path("method").asText(), params(tree.path("params"))));
    }

    static String id(JsonNode tree) {
        return tree.path("id").isValueNode() ? Json.text(tree.path("id")) : "null";
    }

    private static Map<String, String> params(JsonNode tree) {
        var values = new LinkedHashMap<String, String>();
        for (var entry : tree.properties()) {
            var value = entry.getValue();
            if (!value.isNull()) {
                values.put(entry.getKey(), value.isValueNode() ? value.asText() : Json.text(value));
            }
        }
        return values;
    }
}
