package sluice.venue.coinbase;

import java.util.random.RandomGenerator;
import sluice.net.HttpCall;
import sluice.net.HttpOutcome;
import sluice.net.orders.KeyAnswer;
import sluice.venue.coinbase.trade.reply.AccountObjects;
import sluice.venue.coinbase.trade.wire.Credentials;
import sluice.venue.coinbase.trade.wire.ReadRequests;
import sluice.venue.coinbase.trade.wire.SignedCalls;
import sluice.venue.coinbase.trade.wire.Tokens;

/** Asks what our API key may do, before anything is done with it. Immutable. */
public record KeyCheck(CoinbaseConfig.Hosts hosts, CoinbaseConfig.Limits limits, Credentials credentials) {

    public HttpCall request(long venueMillis, RandomGenerator random) {
        var tokens = new Tokens(credentials, hosts.signed(), random);
        return new ReadRequests(
                        new SignedCalls(hosts.rest(), tokens, limits.deadlines().read()))
                .keyPermissions(venueMillis);
    }

    public static KeyAnswer read(HttpOutcome outcome) {
        return KeyAnswer.of(outcome, reply -> new KeyAnswer.Known(AccountObjects.rights(reply)));
    }
}
