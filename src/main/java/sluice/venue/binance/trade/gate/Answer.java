package sluice.venue.binance.trade.gate;

import java.util.Optional;
import sluice.net.text.Fields;
import sluice.venue.binance.trade.reply.Verdict;

/**
 * What came of a request, read as far as its class: a body to decode, a judged failure, or proof that it never left.
 */
public sealed interface Answer {

    record Done(Fields body) implements Answer {}

    /** {@code body} is there when the failure came with JSON. */
    record Failed(Verdict verdict, Optional<Fields> body) implements Answer {}

    record NotSent(String cause) implements Answer {}

    static Answer unknown(String cause) {
        return new Failed(new Verdict.Unknown(cause), Optional.empty());
    }

    /** In a few words, for a feed's or a lookup's reason. */
    default String why() {
        if (this instanceof Failed failed) {
            return describe(failed.verdict());
        }
        return this instanceof NotSent notSent ? "not sent: " + notSent.cause() : "no failure";
    }

    private static String describe(Verdict verdict) {
        if (verdict instanceof Verdict.DefiniteReject reject) {
            return reject.closure().toString();
        }
        if (verdict instanceof Verdict.NotExecuted shed) {
            return shed.closure().toString();
        }
        if (verdict instanceof Verdict.AlreadyDone done) {
            return done.closure().toString();
        }
        if (verdict instanceof Verdict.Unknown unknown) {
            return unknown.cause();
        }
        throw new AssertionError(verdict);
    }
}
