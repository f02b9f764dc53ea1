package sluice.venue.binance.trade.reply;

import java.util.Optional;
import sluice.net.text.Fields;
import sluice.net.text.UnableToReadException;

/** The venue's own words for what went wrong: {@code {"code":-1121,"msg":"Invalid symbol."}}. Immutable. */
public record VenueError(int code, String msg) {

    /** The error in a body; empty when it is none. */
    public static Optional<VenueError> find(Fields fields) {
        try {
            return fields.has("code")
                    ? Optional.of(new VenueError((int) fields.number("code"), fields.textOrNone("msg")))
                    : Optional.empty();
        } catch (UnableToReadException e) {
            return Optional.empty();
        }
    }

    /** Verbatim, with the code that our reason is chosen by. */
    public String text() {
        return code + ": " + msg;
    }
}
