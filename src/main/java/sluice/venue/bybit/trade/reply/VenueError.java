package sluice.venue.bybit.trade.reply;

import java.util.Optional;
import sluice.net.text.Fields;

/** The venue's own words for what went wrong: {@code {"retCode":10001,"retMsg":"..."}}. Immutable. */
public record VenueError(int code, String msg) {

    /** The error in an envelope; empty for a success, and for what is no envelope. */
    public static Optional<VenueError> find(Fields envelope) {
        return code(envelope)
                .filter(code -> code != 0)
                .map(code -> new VenueError(code, envelope.textOrNone("retMsg")));
    }

    /** Whether this is the venue's envelope, and says that all went well. */
    public static boolean isSuccess(Fields envelope) {
        return code(envelope).filter(code -> code == 0).isPresent();
    }

    private static Optional<Integer> code(Fields envelope) {
        try {
            return Optional.of(Integer.valueOf(envelope.textOrNone("retCode")));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Verbatim, with the code that our reason is chosen by. */
    public String text() {
        return code + ": " + msg;
    }
}
