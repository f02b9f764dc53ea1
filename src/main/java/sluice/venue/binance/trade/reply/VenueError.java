package sluice.venue.binance.trade.reply;

import java.util.Optional;
import sluice.market.DeskException;
import sluice.net.text.Fields;
import sluice.net.text.Json;

/** The venue's own words for what went wrong: {@code {"code":-1121,"msg":"Invalid symbol."}}. Immutable. */
public record VenueError(int code, String msg) {

    /** Reads an error body; empty when it is none. */
    public static Optional<VenueError> find(String body) {
        try {
            return find(Json.read(body));
        } catch (DeskException e) {
            return Optional.empty();
        }
    }

    static Optional<VenueError> find(Fields fields) {
        return fields.has("code")
                ? Optional.of(new VenueError((int) fields.number("code"), fields.textOrNone("msg")))
                : Optional.empty();
    }

    /** Verbatim, with the code that our reason is chosen by. */
    public String text() {
        return code + ": " + msg;
    }
}
