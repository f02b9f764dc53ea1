package sluice.report.venues;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import sluice.health.FeedTurn;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.report.Json;
import sluice.venue.Feed;
import sluice.venue.FeedReason;
import sluice.venue.FeedState;

/** A change of a feed's state as a line of the feed log, written and read back; the same as {@code --json} shows. */
public final class FeedTurns {

    private static final ObjectMapper JSON = new ObjectMapper();

    private FeedTurns() {}

    public static String line(FeedTurn turn) {
        return Json.line(out -> members(out, turn));
    }

    static void members(Json out, FeedTurn turn) {
        out.time("at", turn.at())
                .text("venue", turn.venue())
                .text("kind", turn.feed().kind())
                .text("symbol", turn.feed().symbol())
                .text("state", turn.state())
                .text("code", turn.why().reason())
                .text("reason", Optional.of(turn.why().text()).filter(text -> !text.isEmpty()))
                .number("uptimeMs", turn.uptime().map(Duration::toMillis))
                .number("recoveryMs", turn.recovery().map(Duration::toMillis));
    }

    /** Empty for a line that is none, such as one that a crash cut short. */
    public static Optional<FeedTurn> read(String line) {
        try {
            return Optional.of(turn(JSON.readTree(line)));
        } catch (JsonProcessingException | IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private static FeedTurn turn(JsonNode node) {
        var symbol =
                Optional.of(node.path("symbol")).filter(JsonNode::isTextual).map(text -> Symbol.of(text.asText()));
        return new FeedTurn(
                new VenueId(node.path("venue").asText()),
                new Feed(Feed.Kind.valueOf(node.path("kind").asText()), symbol),
                FeedState.valueOf(node.path("state").asText()),
                new FeedTurn.Why(
                        FeedReason.valueOf(node.path("code").asText()),
                        node.path("reason").asText("")),
                Instant.parse(node.path("at").asText()),
                millis(node.path("uptimeMs")),
                millis(node.path("recoveryMs")));
    }

    private static Optional<Duration> millis(JsonNode node) {
        return node.isNumber() ? Optional.of(Duration.ofMillis(node.asLong())) : Optional.empty();
    }
}
