package sluice.venue.bybit.market.wire;

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

/** Book frames read by Jackson: what the scanner must agree with. */
final class BookReference {

    /** A message, its levels as {@code price x quantity}. */
    record Message(String topic, boolean snapshot, long update, long sequence, List<String> bids, List<String> asks) {}

    private static final JsonMapper LENIENT = mapper(false);
    private static final JsonMapper STRICT = mapper(true);

    private BookReference() {}

    /** As Jackson reads it, the last of doubled keys counting. */
    static Optional<Message> read(String frame) {
        return read(LENIENT, frame);
    }

    /** As Jackson reads it, doubled keys refused. */
    static Optional<Message> readStrictly(String frame) {
        return read(STRICT, frame);
    }

    /** What the scanner holds after it accepted a frame. */
    static Message of(BookWire wire, BookWire.Kind kind) {
        var sink = wire.levels();
        return new Message(
                wire.topic(),
                kind == BookWire.Kind.SNAPSHOT,
                wire.update(),
                wire.sequence(),
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

    private static Optional<Message> read(JsonMapper mapper, String frame) {
        try {
            return message(mapper.readTree(frame));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private static Optional<Message> message(JsonNode root) {
        var data = root.path("data");
        var bids = levels(data.path("b"));
        var asks = levels(data.path("a"));
        var topic = root.path("topic").asText();
        var type = root.path("type");
        var whole = topic.matches("orderbook\\.[0-9].*")
                && type.isTextual()
                && type.asText().matches("snapshot|delta")
                && data.path("s").isTextual()
                && topic.endsWith("." + data.path("s").asText())
                && isNumber(data.path("u"))
                && (!data.has("seq") || isNumber(data.path("seq")));
        if (!whole || bids.isEmpty() || asks.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Message(
                topic,
                type.asText().equals("snapshot"),
                data.get("u").asLong(),
                data.path("seq").asLong(),
                bids.orElseThrow(),
                asks.orElseThrow()));
    }

    private static boolean isNumber(JsonNode node) {
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
