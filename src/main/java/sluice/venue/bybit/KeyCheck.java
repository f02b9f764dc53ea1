package sluice.venue.bybit;

import java.util.function.Consumer;
import sluice.market.Clock;
import sluice.net.HttpCall;
import sluice.net.HttpOutcome;
import sluice.net.text.Json;
import sluice.net.text.UnableToReadException;
import sluice.venue.KeyRights;
import sluice.venue.bybit.trade.reply.AccountObjects;
import sluice.venue.bybit.trade.reply.VenueError;
import sluice.venue.bybit.trade.wire.ReadRequests;
import sluice.venue.bybit.trade.wire.SignedCalls;

/** Asks what our API key may do, before anything is done with it. Immutable. */
public record KeyCheck(BybitConfig config) {

    /** The request, for a clock that is about the venue's; throws without keys in the configuration. */
    public HttpCall request(Clock clock) {
        var limits = config.limits();
        var keys = config.credentials().orElseThrow();
        var calls = new SignedCalls(config.hosts().rest(), keys, limits.recvWindow(), limits.deadline());
        return new ReadRequests(calls).keyInfo(clock.now().toEpochMilli());
    }

    /** Reads what came of it: the key's rights, or why they are not known, which is no permission. */
    public static void read(HttpOutcome outcome, Consumer<KeyRights> rights, Consumer<String> unknown) {
        if (outcome instanceof HttpOutcome.Reply reply) {
            read(reply, rights, unknown);
        } else if (outcome instanceof HttpOutcome.Failure failure) {
            unknown.accept(failure.cause());
        } else {
            throw new AssertionError(outcome);
        }
    }

    private static void read(HttpOutcome.Reply reply, Consumer<KeyRights> rights, Consumer<String> unknown) {
        try {
            var body = Json.read(reply.body());
            if (reply.status() == 200 && VenueError.isSuccess(body)) {
                rights.accept(AccountObjects.rights(body.in("result")));
            } else {
                var said = VenueError.find(body).map(VenueError::text).orElse("HTTP " + reply.status());
                unknown.accept("the venue answered " + said);
            }
        } catch (UnableToReadException e) {
            unknown.accept("HTTP " + reply.status() + " with an answer that could not be read: " + e.getMessage());
        }
    }
}
