package sluice.venue.binance.market.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Side;
import sluice.net.text.MalformedFrameException;

/** Market stream frames that are not depth, raw or in a combined stream's envelope. Immutable. */
public final class StreamWire {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final StreamMessage UNNEEDED = new StreamMessage.Unneeded();

    private StreamWire() {}

    public static StreamMessage read(String frame) {
        try {
            var root = JSON.readTree(frame);
            if (!root.isObject()) {
                throw new MalformedFrameException("a frame that is not an object");
            }
            return root.path("data").isObject() ? event(root.get("data")) : eventOrAnswer(root);
        } catch (JsonProcessingException e) {
            throw new MalformedFrameException("a frame that is not JSON: " + e.getOriginalMessage(), e);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new MalformedFrameException("a trade that makes no sense", e);
        }
    }

    /** Asks which streams this connection gets. */
    public static String listSubscriptions(long id) {
        return "{\"method\":\"LIST_SUBSCRIPTIONS\",\"id\":" + id + "}";
    }

    private static StreamMessage eventOrAnswer(JsonNode root) {
        if (root.path("result").isArray()) {
            var streams = new ArrayList<String>();
            root.get("result").forEach(stream -> streams.add(stream.asText()));
            return new StreamMessage.Subscriptions(streams);
        }
        if (root.has("code") || root.has("error")) {
            return new StreamMessage.Refusal(
                    root.path("error").path("msg").asText(root.path("msg").asText()));
        }
        return event(root);
    }

    private static StreamMessage event(JsonNode event) {
        return switch (event.path("e").asText()) {
            case "trade" -> print(event);
            case "serverShutdown" -> new StreamMessage.Shutdown();
            case "" -> UNNEEDED;
            default -> new StreamMessage.Unknown();
        };
    }

    /** "m: Is the buyer the market maker?" Then the seller took. */
    private static StreamMessage print(JsonNode event) {
        return new StreamMessage.Print(
                event.path("s").asText(),
                event.path("m").asBoolean() ? Side.SELL : Side.BUY,
                Px.of(event.path("p").asText()),
                Qty.of(event.path("q").asText()),
                Instant.ofEpochMilli(event.path("T").asLong()));
    }
}
