package sluice.venue.coinbase.market.wire;

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
import sluice.net.text.Slots;

/** What a level2 frame says, as Jackson reads it, to compare the scanner with. */
final class FrameReference {

    record Event(String product, boolean snapshot, List<String> bids, List<String> asks) {}

    record Frame(long sequence, List<Event> events) {}

    /** Nobody asked for it, so that its levels are not read. */
    private static final String UNKNOWN = "?";

    private static final JsonMapper LENIENT = mapper(false);
    private static final JsonMapper STRICT = mapper(true);

    private FrameReference() {}

    /** As Jackson reads it, the last of doubled keys counting. */
    static Optional<Frame> read(String frame) {
        return read(LENIENT, frame);
    }

    /** As Jackson reads it, doubled keys refused. */
    static Optional<Frame> readStrictly(String frame) {
        return read(STRICT, frame);
    }

    /** What the scanner holds after it accepted a frame. */
    static Frame of(FrameWire wire) {
        var events = new ArrayList<Event>();
        for (int i = 0; i < wire.events(); i++) {
            var event = wire.event(i);
            var known = event.slot() != Slots.NONE;
            var sink = event.levels();
            events.add(new Event(
                    known ? event.product() : UNKNOWN,
                    event.isSnapshot(),
                    known ? levels(sink.bids(), sink.pxScale(), sink.qtyScale()) : List.of(),
                    known ? levels(sink.asks(), sink.pxScale(), sink.qtyScale()) : List.of()));
        }
        return new Frame(wire.sequence(), events);
    }

    private static List<String> levels(LevelSink side, int pxScale, int qtyScale) {
        List<String> levels = new ArrayList<>();
        for (int i = 0; i < side.size(); i++) {
            levels.add(Px.scaled(side.px(i), pxScale) + " x " + Qty.scaled(side.qty(i), qtyScale));
        }
        return levels;
    }

    private static Optional<Frame> read(JsonMapper mapper, String frame) {
        try {
            return frame(mapper.readTree(frame));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private static Optional<Frame> frame(JsonNode root) {
        var number = root.path("sequence_num");
        var isNumber = (number.isIntegralNumber() || number.isTextual())
                && number.asText().matches("\\d{1,18}");
        if (!root.path("channel").asText().equals("l2_data")
                || !isNumber
                || !root.path("events").isArray()) {
            return Optional.empty();
        }
        var events = new ArrayList<Event>();
        for (var node : root.path("events")) {
            var event = event(node);
            if (event.isEmpty()) {
                return Optional.empty();
            }
            events.add(event.get());
        }
        return Optional.of(new Frame(number.asLong(), events));
    }

    private static Optional<Event> event(JsonNode event) {
        var type = event.path("type").asText();
        if (!List.of("snapshot", "update").contains(type)
                || !event.path("product_id").isTextual()) {
            return Optional.empty();
        }
        var product = event.path("product_id").asText();
        if (!FrameWireProperties.PRODUCTS.contains(product)) {
            var any = new Event(UNKNOWN, type.equals("snapshot"), List.of(), List.of());
            return event.has("updates") ? Optional.of(any) : Optional.empty();
        }
        var bids = levels(event.path("updates"), "bid");
        var asks = levels(event.path("updates"), "offer");
        return bids.isEmpty() || asks.isEmpty()
                ? Optional.empty()
                : Optional.of(new Event(product, type.equals("snapshot"), bids.get(), asks.get()));
    }

    private static Optional<List<String>> levels(JsonNode updates, String side) {
        if (!updates.isArray()) {
            return Optional.empty();
        }
        List<String> levels = new ArrayList<>();
        for (var level : updates) {
            if (!List.of("bid", "offer").contains(level.path("side").asText())
                    || !isDecimal(level.path("price_level"))
                    || !isDecimal(level.path("new_quantity"))) {
                return Optional.empty();
            }
            if (level.path("side").asText().equals(side)) {
                levels.add(plain(level.get("price_level")) + " x " + plain(level.get("new_quantity")));
            }
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
