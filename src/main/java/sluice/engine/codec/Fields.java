package sluice.engine.codec;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import sluice.market.Px;
import sluice.market.Qty;

/**
 * The fields of one flat JSON object, read back in about the order they were written.
 *
 * <p>Confined to one thread and reused: {@link #read} forgets what was there.
 */
final class Fields {

    private static final JsonFactory JSON = new JsonFactory();
    private static final String ABSENT = "";

    private String[] names = new String[48];
    private String[] values = new String[48];
    private final List<List<String>> arrays = new ArrayList<>();
    private int size;
    private int next;

    void read(byte[] payload) {
        size = 0;
        next = 0;
        arrays.clear();
        try (var parser = JSON.createParser(payload)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                var name = parser.currentName();
                if (parser.nextToken() == JsonToken.START_ARRAY) {
                    put(name, Integer.toString(arrays.size()));
                    arrays.add(texts(parser));
                } else {
                    put(name, parser.getText());
                }
            }
        } catch (IOException e) {
            throw new UnreadableEventException("not a flat JSON object", e);
        }
    }

    private static List<String> texts(JsonParser parser) throws IOException {
        var texts = new ArrayList<String>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            texts.add(parser.getText());
        }
        return texts;
    }

    private void put(String name, String value) {
        if (size == names.length) {
            names = Arrays.copyOf(names, size * 2);
            values = Arrays.copyOf(values, size * 2);
        }
        names[size] = name;
        values[size++] = value;
    }

    /** The field's text; empty when it is not there. */
    String text(String name) {
        for (int i = 0; i < size; i++) {
            var at = next + i < size ? next + i : next + i - size;
            if (names[at].equals(name)) {
                next = at + 1;
                return values[at];
            }
        }
        return ABSENT;
    }

    Optional<String> optional(String name) {
        var text = text(name);
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    List<String> list(String name) {
        var index = text(name);
        return index.isEmpty() ? List.of() : arrays.get(Integer.parseInt(index));
    }

    boolean flag(String name) {
        return text(name).equals("true");
    }

    long number(String name) {
        var text = text(name);
        return text.isEmpty() ? 0 : Long.parseLong(text);
    }

    BigDecimal decimal(String name) {
        var text = text(name);
        return text.isEmpty() ? BigDecimal.ZERO : new BigDecimal(text);
    }

    Px px(String name) {
        return new Px(decimal(name));
    }

    Optional<Px> optionalPx(String name) {
        return optional(name).map(text -> new Px(new BigDecimal(text)));
    }

    Qty qty(String name) {
        return new Qty(decimal(name));
    }

    Instant instant(String name) {
        return Instant.parse(text(name));
    }
}
