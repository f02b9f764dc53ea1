package sluice.venue.binance;

import sluice.net.HttpCall;
import sluice.net.HttpOutcome;
import sluice.net.hmac.Credentials;
import sluice.net.orders.KeyAnswer;
import sluice.venue.binance.trade.reply.AccountObjects;
import sluice.venue.binance.trade.wire.ReadRequests;
import sluice.venue.binance.trade.wire.SignedCalls;

/** Asks what our API key may do, before anything is done with it; test networks cannot say. Immutable. */
public record KeyCheck(BinanceConfig.Hosts hosts, BinanceConfig.Limits limits, Credentials credentials) {

    public HttpCall request(long venueMillis) {
        var calls = new SignedCalls(
                hosts.rest(),
                credentials,
                limits.recvWindow(),
                limits.deadlines().read());
        return new ReadRequests(calls).apiRestrictions(venueMillis);
    }

    public static KeyAnswer read(HttpOutcome outcome) {
        return KeyAnswer.of(outcome, reply -> new KeyAnswer.Known(AccountObjects.rights(reply)));
    }
}
