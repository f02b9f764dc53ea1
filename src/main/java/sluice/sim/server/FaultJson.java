package sluice.sim.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import sluice.sim.front.Armed;
import sluice.sim.front.Fault;
import sluice.sim.front.FaultKind;

/** Faults as the admin endpoint and scenario files spell them. */
final class FaultJson {

    private static final Set<String> OWN = Set.of("kind", "match", "count", "forMs", "headers");

    private FaultJson() {}

    /** Reads a fault; throws {@link IllegalArgumentException} that says what is wrong with it. */
    static Fault read(JsonNode json) {
        var name = json.path("kind").asText();
        var kind = FaultKind.of(name)
                .orElseThrow(() -> new IllegalArgumentException("There is no fault \"" + name + "\"."));
        return new Fault(
                kind,
                json.has("match") ? Optional.of(json.path("match").asText()) : Optional.empty(),
                whole(json, "count"),
                whole(json, "forMs").stream().mapToObj(Duration::ofMillis).findFirst(),
                details(json),
                texts(json.path("headers")));
    }

    static ObjectNode write(Armed armed) {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("id", armed.id()).put("kind", armed.fault().kind().wire());
        armed.fault().match().ifPresent(match -> json.put("match", match));
        return json.put("fired", armed.fired());
    }

    private static OptionalInt whole(JsonNode json, String name) {
        var value = json.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return OptionalInt.empty();
        }
        if (!value.canConvertToInt() || value.asInt() < 1) {
            throw new IllegalArgumentException("\"" + name + "\" must be a whole number from 1 up.");
        }
        return OptionalInt.of(value.asInt());
    }

    private static Map<String, String> details(JsonNode json) {
        var details = new TreeMap<>(texts(json));
        details.keySet().removeAll(OWN);
        return details;
    }

    private static Map<String, String> texts(JsonNode json) {
        var texts = new TreeMap<String, String>();
        for (var entry : json.properties()) {
            var value = entry.getValue();
            texts.put(entry.getKey(), value.isValueNode() ? value.asText() : value.toString());
        }
        return texts;
    }
}
