package sluice.venue.binance.market.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import sluice.venue.LevelTexts;

/** Depth frames read by Jackson: what the scanner must agree with. */
final class DepthReference {

    /** An event, its levels as {@code price x quantity}. */
    record Event(String symbol, long first, long last, List<String> bids, List<String> asks) {}

    private DepthReference() {}

    /** As Jackson reads it, the last of doubled keys counting. */
    static Optional<Event> read(String frame) {
        return LevelTexts.tree(frame).flatMap(DepthReference::bare);
    }

    /** As Jackson reads it, doubled keys refused. */
    static Optional<Event> readStrictly(String frame) {
        return LevelTexts.strictTree(frame).flatMap(DepthReference::bare);
    }

    /** What the scanner holds after it accepted a frame. */
    static Event of(DepthWire wire, String symbol) {
        var sink = wire.levels();
        return new Event(
                symbol,
                wire.first(),
                wire.last(),
                LevelTexts.of(sink.bids(), sink.pxScale(), sink.qtyScale()),
                LevelTexts.of(sink.asks(), sink.pxScale(), sink.qtyScale()));
    }

    /** The event, of a stream of its own or of a combined one. */
    private static Optional<Event> bare(JsonNode root) {
        return event(root.path("data").isObject() ? root.get("data") : root);
    }

    private static Optional<Event> event(JsonNode node) {
        var bids = LevelTexts.ofPairs(node.path("b"));
        var asks = LevelTexts.ofPairs(node.path("a"));
        var whole = node.path("e").asText().equals("depthUpdate")
                && node.path("s").isTextual()
                && LevelTexts.isCount(node.path("U"))
                && LevelTexts.isCount(node.path("u"));
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
}
