package sluice.venue.binance.trade.gate;

import java.time.Duration;
import java.util.Optional;
import sluice.net.HttpOutcome;
import sluice.net.text.Fields;
import sluice.net.text.Json;
import sluice.net.text.UnableToReadException;
import sluice.venue.binance.trade.reply.ErrorTable;
import sluice.venue.binance.trade.reply.VenueError;
import sluice.venue.binance.trade.reply.Verdict;

/** Reads what became of a call as an answer. */
final class Reading {

    private Reading() {}

    static Answer of(HttpOutcome outcome) {
        if (outcome instanceof HttpOutcome.Failure failure) {
            return failure.sent() ? Answer.unknown(failure.cause()) : new Answer.NotSent(failure.cause());
        }
        if (outcome instanceof HttpOutcome.Reply reply) {
            var body = json(reply);
            if (reply.status() / 100 != 2) {
                return new Answer.Failed(ErrorTable.judge(reply.status(), error(reply), retryAfter(reply)), body);
            }
            return body.<Answer>map(Answer.Done::new)
                    .orElseGet(() -> Answer.unknown("HTTP " + reply.status() + " with a body that is not JSON"));
        }
        throw new AssertionError(outcome);
    }

    private static Optional<Fields> json(HttpOutcome.Reply reply) {
        try {
            return Optional.of(Json.read(reply.body()));
        } catch (UnableToReadException e) {
            return Optional.empty();
        }
    }

    private static Optional<VenueError> error(HttpOutcome.Reply reply) {
        return VenueError.find(reply.body());
    }

    /** How long the venue wants to be left alone, where it said so. */
    static Optional<Duration> retryAfter(HttpOutcome.Reply reply) {
        return Optional.ofNullable(reply.headers().get("retry-after"))
                .flatMap(Reading::wholeNumber)
                .map(Duration::ofSeconds);
    }

    static Optional<Integer> wholeNumber(String text) {
        try {
            return Optional.of(Integer.valueOf(text.strip()));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** The venue's error code, where the reply has one. */
    static Optional<Integer> code(HttpOutcome.Reply reply) {
        return reply.status() / 100 == 2 ? Optional.empty() : error(reply).map(VenueError::code);
    }

    static boolean blamesTheClock(HttpOutcome outcome) {
        return outcome instanceof HttpOutcome.Reply reply
                && reply.status() / 100 != 2
                && error(reply).filter(ErrorTable::blamesTheClock).isPresent();
    }

    /** Whether the venue said nothing about what was asked, so that a read may ask again. */
    static boolean isNoAnswer(Answer answer) {
        return answer instanceof Answer.NotSent
                || answer instanceof Answer.Failed failed
                        && (failed.verdict() instanceof Verdict.Unknown
                                || failed.verdict() instanceof Verdict.NotExecuted);
    }
}
