package sluice.venue.binance.market.wire;

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

/** Depth frames read by Jackson: what the scanner must agree with. */
final class DepthReference {

    /** An event, its levels as {@code price x quantity}. */
    record Event(String symbol, long first, long last, List<String> bids, List<String> asks) {}

    private static final JsonMapper LENIENT = mapper(false);
    private static final JsonMapper STRICT = mapper(true);

    private DepthReference() {}

    /** As Jackson reads it, the last of doubled keys counting. */
    static Optional<Event> read(String frame) {
        return read(LENIENT, frame);
    }

    /** As Jackson reads it, doubled keys refused. */
    static Optional<Event> readStrictly(String frame) {
        return read(STRICT, frame);
    }

    /** What the scanner holds after it accepted a frame. */
    static Event of(DepthWire wire, String symbol) {
        var sink = wire.levels();
        return new Event(
                symbol,
                wire.first(),
                wire.last(),
                levels(sink.bids(), sink.pxScale(), sink.qtyScale()),
                levels(sink.asks(), sink.pxScale(), sink.qtyScale()));
    }

    private static List<String> levels(LevelSink side, int pxScale, int qtyScale) {
        List<String> levels = new ArrayList<>();
        for (int i = 0; i < side.size(); i++) {
            levels.add(Px.scaled(side.px(i), pxScale) + " x " + Qty.scaled(side.qty(i), qtyScale));
        }
        return levels;
    }

    private static Optional<Event> read(JsonMapper mapper, String frame) {
        try {
            var root = mapper.readTree(frame);
            return event(root.path("data").isObject() ? root.get("data") : root);
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private static Optional<Event> event(JsonNode node) {
        var bids = levels(node.path("b"));
        var asks = levels(node.path("a"));
        var whole = node.path("e").asText().equals("depthUpdate")
                && node.path("s").isTextual()
                && isId(node.path("U"))
                && isId(node.path("u"));
        if (!whole || bids.isEmpty() || asks.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Event(
                node.get("s").asText(),
                node.get("U").asLong(),
                node.get("u").asLong(),
                bids.orElseThrow(),
                asks.orElseThrow()));
    }

    private static boolean isId(JsonNode node) {
        return node.isIntegralNumber() && node.asText().matches("\\d{1,18}");
    }

    private static Optional<List<String>> levels(JsonNode side) {
        if (!side.isArray()) {
            return Optional.empty();
        }
        List<String> levels = new ArrayList<>();
        for (var level : side) {
            if (!level.isArray() || !isDecimal(level.path(0)) || !isDecimal(level.path(1))) {
                return Optional.empty();
            }
            levels.add(plain(level.get(0)) + " x " + plain(level.get(1)));
        }
        return Optional.of(levels);
    }

    private static boolean isDecimal(JsonNode node) {
        return node.isTextual() && node.asText().matches("[0-9]+(\\.[0-9]+)?");
    }

    private static String plain(JsonNode node) {
        return new Px(new BigDecimal(node.asText())).plain();
    }

    private static JsonMapper mapper(boolean strict) {
        return JsonMapper.builder()
                .configure(StreamReadFeature.STRICT_DUPLICATE_DETECTION, strict)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
    }
}
