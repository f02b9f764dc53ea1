package sluice.venue.coinbase;

import java.util.SplittableRandom;
import java.util.function.Consumer;
import sluice.market.Clock;
import sluice.net.HttpCall;
import sluice.net.HttpOutcome;
import sluice.net.text.Json;
import sluice.net.text.UnableToReadException;
import sluice.venue.KeyRights;
import sluice.venue.coinbase.trade.reply.AccountObjects;
import sluice.venue.coinbase.trade.wire.ReadRequests;
import sluice.venue.coinbase.trade.wire.SignedCalls;
import sluice.venue.coinbase.trade.wire.Tokens;

/** Asks what our API key may do, before anything is done with it. Immutable. */
public record KeyCheck(CoinbaseConfig config) {

    /** The request, for a clock that is about the venue's; throws without keys in the configuration. */
    public HttpCall request(Clock clock, SplittableRandom random) {
        var tokens =
                new Tokens(config.credentials().orElseThrow(), config.hosts().signed(), random);
        var calls =
                new SignedCalls(config.hosts().rest(), tokens, config.limits().deadline());
        return new ReadRequests(calls).keyPermissions(clock.now().toEpochMilli());
    }

    /** Reads what came of it: the key's rights, or why they are not known, which is no permission. */
    public static void read(HttpOutcome outcome, Consumer<KeyRights> rights, Consumer<String> unknown) {
        if (outcome instanceof HttpOutcome.Reply reply && reply.status() == 200) {
            try {
                rights.accept(AccountObjects.rights(Json.read(reply.body())));
            } catch (UnableToReadException e) {
                unknown.accept("the answer could not be read: " + e.getMessage());
            }
        } else if (outcome instanceof HttpOutcome.Reply reply) {
            unknown.accept("the venue answered HTTP " + reply.status());
        } else if (outcome instanceof HttpOutcome.Failure failure) {
            unknown.accept(failure.cause());
        } else {
            throw new AssertionError(outcome);
        }
    }
}
