package sluice.venue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.book.LevelSink;

/** Book frames read by Jackson, levels as {@code price x quantity}: what the scanners must agree with. */
public final class LevelTexts {

    private static final JsonMapper LENIENT = mapper(false);
    private static final JsonMapper STRICT = mapper(true);

    private LevelTexts() {}

    private static JsonMapper mapper(boolean strict) {
        return JsonMapper.builder()
                .configure(StreamReadFeature.STRICT_DUPLICATE_DETECTION, strict)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
    }

    /** As Jackson reads it, the last of doubled keys counting. */
    public static Optional<JsonNode> tree(String frame) {
        return tree(LENIENT, frame);
    }

    /** As Jackson reads it, doubled keys refused. */
    public static Optional<JsonNode> strictTree(String frame) {
        return tree(STRICT, frame);
    }

    private static Optional<JsonNode> tree(JsonMapper mapper, String frame) {
        try {
            return Optional.of(mapper.readTree(frame));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** What a scanner holds of a side after it accepted a frame. */
    public static List<String> of(LevelSink side, int pxScale, int qtyScale) {
        var levels = new ArrayList<String>();
        for (int i = 0; i < side.size(); i++) {
            levels.add(Px.scaled(side.px(i), pxScale) + " x " + Qty.scaled(side.qty(i), qtyScale));
        }
        return levels;
    }

    /** A side given as pairs of price and quantity; empty when one of them is none. */
    public static Optional<List<String>> ofPairs(JsonNode side) {
        if (!side.isArray()) {
            return Optional.empty();
        }
        var levels = new ArrayList<String>();
        for (var pair : side) {
            var level = pair.isArray() ? level(pair.path(0), pair.path(1)) : Optional.<String>empty();
            if (level.isEmpty()) {
                return Optional.empty();
            }
            levels.add(level.get());
        }
        return Optional.of(levels);
    }

    public static Optional<String> level(JsonNode px, JsonNode qty) {
        return isDecimal(px) && isDecimal(qty) ? Optional.of(plain(px) + " x " + plain(qty)) : Optional.empty();
    }

    private static boolean isDecimal(JsonNode node) {
        return node.isTextual() && node.asText().matches("[0-9]+(\\.[0-9]+)?");
    }

    private static String plain(JsonNode node) {
        return new Px(new BigDecimal(node.asText())).plain();
    }

    /** A number of a sequence, as the venues count. */
    public static boolean isCount(JsonNode node) {
        return node.isIntegralNumber() && node.asText().matches("\\d{1,18}");
    }
}
