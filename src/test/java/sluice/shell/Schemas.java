package sluice.shell;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The schema blocks of {@code docs/json.md}, and what of an output does not fit them. */
public final class Schemas {

    private static final Pattern BLOCK = Pattern.compile("(?s)```schema ([^\\n]+)\\n(.*?)```");
    private static final Map<String, Pattern> TEXTS = Map.of(
            "decimal", Pattern.compile("-?[0-9]+(\\.[0-9]+)?"),
            "time", Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{6}Z"),
            "id", Pattern.compile("[PC]-[0-9]+"),
            "text", Pattern.compile("(?s).*"));

    private final Map<String, JsonNode> blocks = new HashMap<>();

    public static Schemas read() throws IOException {
        var schemas = new Schemas();
        var blocks = BLOCK.matcher(Files.readString(Path.of("docs/json.md")));
        while (blocks.find()) {
            var schema = new ObjectMapper().readTree(blocks.group(2));
            for (var name : blocks.group(1).split(" ")) {
                schemas.blocks.put(name, schema);
            }
        }
        return schemas;
    }

    boolean has(String name) {
        return blocks.containsKey(name);
    }

    /** What does not fit, a line each. */
    public List<String> misfits(String name, JsonNode value) {
        var misfits = new ArrayList<String>();
        check(blocks.get(name), value, name, misfits);
        return misfits;
    }

    private void check(JsonNode schema, JsonNode value, String at, List<String> misfits) {
        if (schema.isTextual()) {
            word(schema.asText(), value, at, misfits);
        } else if (schema.isArray()) {
            list(schema.get(0), value, at, misfits);
        } else {
            object(schema, value, at, misfits);
        }
    }

    private void list(JsonNode schema, JsonNode value, String at, List<String> misfits) {
        if (!value.isArray()) {
            misfits.add(at + " is no list: " + value);
        }
        value.forEach(item -> check(schema, item, at + "[]", misfits));
    }

    private void object(JsonNode schema, JsonNode value, String at, List<String> misfits) {
        if (!value.isObject()) {
            misfits.add(at + " is no object: " + value);
            return;
        }
        schema.properties().forEach(member -> {
            var key = member.getKey().replace("?", "");
            if (!value.has(key) && !key.equals("*") && !member.getKey().endsWith("?")) {
                misfits.add(at + "." + key + " is missing");
            }
        });
        value.properties().forEach(member -> {
            var key = member.getKey();
            var of =
                    schema.has(key) ? schema.get(key) : schema.has(key + "?") ? schema.get(key + "?") : schema.get("*");
            if (of == null) {
                misfits.add(at + "." + key + " is not documented");
            } else {
                check(of, member.getValue(), at + "." + key, misfits);
            }
        });
    }

    private void word(String word, JsonNode value, String at, List<String> misfits) {
        if (word.endsWith("?")) {
            if (!value.isNull()) {
                word(word.substring(0, word.length() - 1), value, at, misfits);
            }
        } else if (word.startsWith("[")) {
            list(new ObjectMapper().valueToTree(word.substring(1, word.length() - 1)), value, at, misfits);
        } else if (blocks.containsKey(word) && !TEXTS.containsKey(word)) {
            check(blocks.get(word), value, at, misfits);
        } else if (!fits(word, value)) {
            misfits.add(at + " is no " + word + ": " + value);
        }
    }

    private static boolean fits(String word, JsonNode value) {
        if (TEXTS.containsKey(word)) {
            return value.isTextual() && TEXTS.get(word).matcher(value.asText()).matches();
        }
        return switch (word) {
            case "any" -> true;
            case "int" -> value.isIntegralNumber();
            case "bool" -> value.isBoolean();
            default -> value.isTextual() && List.of(word.split("\\|")).contains(value.asText());
        };
    }
}
