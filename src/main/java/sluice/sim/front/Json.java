package sluice.sim.front;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;

/** JSON as wires are made of it: trees built and texts read, decimals kept exact. */
public final class Json {

    private static final ObjectMapper MAPPER =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private static final int LIKELY = 4_096;
    private static final int MOST_KEPT = 1 << 20;

    /** Each thread's, used over and over. */
    private static final ThreadLocal<StringBuilder> OUT = ThreadLocal.withInitial(() -> new StringBuilder(LIKELY));

    private Json() {}

    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    public static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    public static <T> ArrayNode array(Collection<T> items, Function<T, ? extends JsonNode> each) {
        var array = array();
        items.forEach(item -> array.add(each.apply(item)));
        return array;
    }

    public static ArrayNode texts(Collection<String> items) {
        var array = array();
        items.forEach(array::add);
        return array;
    }

    /** What {@link JsonNode#toString} gives, in a third of its time: every reply and push goes through here. */
    public static String text(JsonNode node) {
        var out = OUT.get();
        out.setLength(0);
        write(node, out);
        var text = out.toString();
        if (out.capacity() > MOST_KEPT) {
            OUT.remove();
        }
        return text;
    }

    /** The same tree as one piece that is not written again. */
    public static JsonNode written(JsonNode node) {
        return JsonNodeFactory.instance.pojoNode(new Written(text(node)));
    }

    private record Written(String text) {

        @Override
        public String toString() {
            return text;
        }
    }

    private static void write(JsonNode node, StringBuilder out) {
        if (node.isObject()) {
            writeObject(node, out);
        } else if (node.isArray()) {
            var next = '[';
            for (var item : node) {
                write(item, out.append(next));
                next = ',';
            }
            out.append(node.isEmpty() ? "[]" : "]");
        } else if (node.isTextual()) {
            quote(node.textValue(), out);
        } else {
            out.append(node.asText());
        }
    }

    private static void writeObject(JsonNode node, StringBuilder out) {
        var next = '{';
        for (var field : node.properties()) {
            quote(field.getKey(), out.append(next));
            write(field.getValue(), out.append(':'));
            next = ',';
        }
        out.append(node.isEmpty() ? "{}" : "}");
    }

    private static void quote(String text, StringBuilder out) {
        out.append('"');
        int plain = 0;
        for (int i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c < ' ' || c == '"' || c == '\\') {
                out.append(text, plain, i);
                JsonStringEncoder.getInstance().quoteAsString(text.subSequence(i, i + 1), out);
                plain = i + 1;
            }
        }
        if (plain == 0) {
            out.append(text).append('"');
        } else {
            out.append(text, plain, text.length()).append('"');
        }
    }

    /** The tree the text holds; empty when it is no JSON. */
    public static Optional<JsonNode> read(String text) {
        try {
            return Optional.ofNullable(MAPPER.readTree(text)).filter(tree -> !tree.isMissingNode());
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
