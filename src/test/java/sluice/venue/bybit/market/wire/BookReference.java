package sluice.venue.bybit.market.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import sluice.venue.LevelTexts;

/** Book frames read by Jackson: what the scanner must agree with. */
final class BookReference {

    /** A message, its levels as {@code price x quantity}. */
    record Message(String topic, boolean snapshot, long update, long sequence, List<String> bids, List<String> asks) {}

    private BookReference() {}

    /** As Jackson reads it, the last of doubled keys counting. */
    static Optional<Message> read(String frame) {
        return LevelTexts.tree(frame).flatMap(BookReference::message);
    }

    /** As Jackson reads it, doubled keys refused. */
    static Optional<Message> readStrictly(String frame) {
        return LevelTexts.strictTree(frame).flatMap(BookReference::message);
    }

    /** What the scanner holds after it accepted a frame. */
    static Message of(BookWire wire, BookWire.Kind kind) {
        var sink = wire.levels();
        return new Message(
                wire.topic(),
                kind == BookWire.Kind.SNAPSHOT,
                wire.update(),
                wire.sequence(),
                LevelTexts.of(sink.bids(), sink.pxScale(), sink.qtyScale()),
                LevelTexts.of(sink.asks(), sink.pxScale(), sink.qtyScale()));
    }

    private static Optional<Message> message(JsonNode root) {
        var data = root.path("data");
        var bids = LevelTexts.ofPairs(data.path("b"));
        var asks = LevelTexts.ofPairs(data.path("a"));
        var topic = root.path("topic").asText();
        var type = root.path("type");
        var whole = topic.matches("orderbook\\.[0-9].*")
                && type.isTextual()
                && type.asText().matches("snapshot|delta")
                && data.path("s").isTextual()
                && topic.endsWith("." + data.path("s").asText())
                && LevelTexts.isCount(data.path("u"))
                && (!data.has("seq") || LevelTexts.isCount(data.path("seq")));
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
}
