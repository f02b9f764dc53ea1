package sluice.sim.bybit.call;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import sluice.sim.front.Ask;
import sluice.sim.front.Json;

/**
 * The parameters of one request: of a GET from its query, of a POST from its JSON body. Immutable.
 *
 * <p>An empty value is as good as none, and fields nobody knows are passed over.
 */
public final class Form {

    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,20}(\\.[0-9]{1,20})?");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,18}");

    private final Map<String, JsonNode> values;

    private Form(Map<String, JsonNode> values) {
        this.values = values;
    }

    public static Form of(Ask ask) {
        return ask.method().equals("GET") ? ofQuery(ask.query()) : ofBody(ask.body());
    }

    public static Form of(JsonNode object) {
        var values = new LinkedHashMap<String, JsonNode>();
        object.properties().forEach(entry -> values.put(entry.getKey(), entry.getValue()));
        return new Form(values);
    }

    private static Form ofQuery(String query) {
        var values = new LinkedHashMap<String, JsonNode>();
        for (var pair : query.split("&", -1)) {
            var mark = pair.indexOf('=');
            if (mark > 0) {
                values.put(decoded(pair.substring(0, mark)), text(decoded(pair.substring(mark + 1))));
            }
        }
        return new Form(values);
    }

    private static Form ofBody(String body) {
        return of(Json.read(body)
                .filter(JsonNode::isObject)
                .orElseThrow(() -> Refusal.parameter("params error: the request body is no JSON object")));
    }

    private static JsonNode text(String value) {
        return Json.array().add(value).get(0);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw Refusal.parameter("params error: malformed percent encoding");
        }
    }

    public Optional<JsonNode> node(String name) {
        return Optional.ofNullable(values.get(name));
    }

    public Optional<String> text(String name, boolean mustBeText) {
        var value = Optional.ofNullable(values.get(name)).filter(node -> !node.isNull());
        if (value.filter(node -> mustBeText && !node.isTextual()).isPresent()) {
            throw Refusal.parameter("params error: " + name + " must be a string");
        }
        return value.map(JsonNode::asText).filter(found -> !found.isEmpty());
    }

    public Optional<String> optional(String name) {
        return text(name, false);
    }

    public String must(String name) {
        return optional(name).orElseThrow(() -> Refusal.parameter("params error: " + name + " is required"));
    }

    /** A decimal, which on this wire is a string. */
    public Optional<BigDecimal> decimal(String name) {
        var value = text(name, true);
        if (value.filter(found -> !DECIMAL.matcher(found).matches()).isPresent()) {
            throw Refusal.parameter("params error: " + name + " invalid");
        }
        return value.map(BigDecimal::new);
    }

    public OptionalLong number(String name) {
        var value = optional(name);
        if (value.isEmpty()) {
            return OptionalLong.empty();
        }
        if (!NUMBER.matcher(value.get()).matches()) {
            throw Refusal.parameter("params error: " + name + " invalid");
        }
        return OptionalLong.of(Long.parseLong(value.get()));
    }

    public int limit(int otherwise, int most) {
        var limit = number("limit").orElse(otherwise);
        if (limit < 1) {
            throw Refusal.parameter("params error: limit invalid");
        }
        return (int) Math.min(limit, most);
    }

    public boolean flag(String name) {
        return optional(name).filter("true"::equals).isPresent();
    }

    public Category category() {
        return Category.of(must("category"))
                .orElseThrow(
                        () -> Refusal.parameter("params error: category only support linear, inverse, spot or option"));
    }
}
