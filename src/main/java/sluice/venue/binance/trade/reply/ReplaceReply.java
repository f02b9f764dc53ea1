package sluice.venue.binance.trade.reply;

import java.util.Optional;
import sluice.net.text.Fields;

/**
 * The two halves of a cancel-replace, each with what came of it.
 *
 * <p>The halves stand at the top of a success, and under {@code data} of an error: -2021 where one half failed (HTTP
 * 409), -2022 where both did or the second was not tried (HTTP 400). Immutable.
 */
public record ReplaceReply(Half cancel, Half place) {

    /** SUCCESS, FAILURE, NOT_ATTEMPTED, or a word we do not know. */
    public enum Result {
        SUCCESS,
        FAILURE,
        NOT_ATTEMPTED,
        OTHER
    }

    /** One half: an order object when it succeeded, an error when it failed. */
    public record Half(Result result, Optional<Fields> response) {

        public Optional<VenueError> error() {
            return response.flatMap(VenueError::find);
        }
    }

    /** Reads either shape; empty when there are no halves in it, as in an error that came before them. */
    public static Optional<ReplaceReply> find(Fields body) {
        var halves = body.has("cancelResult") ? Optional.of(body) : body.find("data");
        return halves.filter(fields -> fields.has("cancelResult"))
                .map(fields -> new ReplaceReply(
                        half(fields, "cancelResult", "cancelResponse"),
                        half(fields, "newOrderResult", "newOrderResponse")));
    }

    private static Half half(Fields fields, String result, String response) {
        return new Half(result(fields.textOrNone(result)), fields.find(response));
    }

    private static Result result(String text) {
        return switch (text) {
            case "SUCCESS" -> Result.SUCCESS;
            case "FAILURE" -> Result.FAILURE;
            case "NOT_ATTEMPTED" -> Result.NOT_ATTEMPTED;
            default -> Result.OTHER;
        };
    }
}
