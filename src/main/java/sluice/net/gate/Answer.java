package sluice.net.gate;

import java.util.Optional;
import sluice.net.text.Fields;

/**
 * What came of a request, read as far as its class: a body to decode, a judged failure, or proof that it never left.
 */
public sealed interface Answer {

    record Done(Fields body) implements Answer {}

    /** A good reply left as it is: it is long, and who asked has a way of its own to read it. */
    record Raw(String body) implements Answer {}

    /** {@code body} is there when the failure came with JSON. */
    record Failed(Ruling ruling, Optional<Fields> body) implements Answer {}

    record NotSent(String cause) implements Answer {}

    static Answer unknown(String cause) {
        return new Failed(new Ruling.Unknown(cause), Optional.empty());
    }

    /** Whether the venue said nothing about what was asked, so that a read may ask again. */
    default boolean saysNothing() {
        return this instanceof NotSent
                || this instanceof Failed failed
                        && (failed.ruling() instanceof Ruling.Unknown || failed.ruling() instanceof Ruling.NotExecuted);
    }

    /** In a few words, for a feed's or a lookup's reason. */
    default String why() {
        if (this instanceof Failed failed) {
            return describe(failed.ruling());
        }
        return this instanceof NotSent notSent ? "not sent: " + notSent.cause() : "no failure";
    }

    private static String describe(Ruling ruling) {
        if (ruling instanceof Ruling.DefiniteReject reject) {
            return reject.closure().toString();
        }
        if (ruling instanceof Ruling.NotExecuted shed) {
            return shed.closure().toString();
        }
        if (ruling instanceof Ruling.AlreadyDone done) {
            return done.closure().toString();
        }
        if (ruling instanceof Ruling.Unknown unknown) {
            return unknown.cause();
        }
        throw new AssertionError(ruling);
    }
}
