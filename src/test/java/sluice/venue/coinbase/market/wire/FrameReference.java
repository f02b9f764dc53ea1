package sluice.venue.coinbase.market.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sluice.net.text.Slots;
import sluice.venue.LevelTexts;

/** What a level2 frame says, as Jackson reads it, to compare the scanner with. */
final class FrameReference {

    record Event(String product, boolean snapshot, List<String> bids, List<String> asks) {}

    record Frame(long sequence, List<Event> events) {}

    /** Nobody asked for it, so that its levels are not read. */
    private static final String UNKNOWN = "?";

    private FrameReference() {}

    /** As Jackson reads it, the last of doubled keys counting. */
    static Optional<Frame> read(String frame) {
        return LevelTexts.tree(frame).flatMap(FrameReference::frame);
    }

    /** As Jackson reads it, doubled keys refused. */
    static Optional<Frame> readStrictly(String frame) {
        return LevelTexts.strictTree(frame).flatMap(FrameReference::frame);
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
                    known ? LevelTexts.of(sink.bids(), sink.pxScale(), sink.qtyScale()) : List.of(),
                    known ? LevelTexts.of(sink.asks(), sink.pxScale(), sink.qtyScale()) : List.of()));
        }
        return new Frame(wire.sequence(), events);
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
            var text = LevelTexts.level(level.path("price_level"), level.path("new_quantity"));
            if (text.isEmpty()
                    || !List.of("bid", "offer").contains(level.path("side").asText())) {
                return Optional.empty();
            }
            if (level.path("side").asText().equals(side)) {
                levels.add(text.get());
            }
        }
        return Optional.of(levels);
    }
}
