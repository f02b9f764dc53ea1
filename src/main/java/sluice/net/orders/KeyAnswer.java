package sluice.net.orders;

import java.util.function.Function;
import sluice.net.HttpOutcome;
import sluice.net.text.Fields;
import sluice.net.text.Json;
import sluice.net.text.UnableToReadException;
import sluice.venue.KeyRights;

/** What a venue said when it was asked what our API key may do. */
public sealed interface KeyAnswer {

    record Known(KeyRights rights) implements KeyAnswer {}

    /** It does not take the key. */
    record Refused(String why) implements KeyAnswer {}

    /** It said nothing about it, which is no permission, and no prohibition. */
    record Silent(String why) implements KeyAnswer {}

    int BAD_REQUEST = 400;
    int UNAUTHORIZED = 401;

    /** Reads what came of the question; {@code reader} may throw {@link UnableToReadException}. */
    static KeyAnswer of(HttpOutcome outcome, Function<Fields, KeyAnswer> reader) {
        if (outcome instanceof HttpOutcome.Failure failure) {
            return new Silent("no answer: " + failure.cause());
        }
        var reply = (HttpOutcome.Reply) outcome;
        if (reply.status() == BAD_REQUEST || reply.status() == UNAUTHORIZED) {
            return new Refused("it answered HTTP " + reply.status());
        }
        if (reply.status() != 200) {
            return new Silent("it answered HTTP " + reply.status());
        }
        try {
            return reader.apply(Json.read(reply.body()));
        } catch (UnableToReadException e) {
            return new Silent("its answer could not be read: " + e.getMessage());
        }
    }
}
