package sluice.venue.bybit;

import sluice.net.HttpCall;
import sluice.net.HttpOutcome;
import sluice.net.hmac.Credentials;
import sluice.net.orders.KeyAnswer;
import sluice.net.text.Fields;
import sluice.venue.bybit.trade.reply.AccountObjects;
import sluice.venue.bybit.trade.wire.ReadRequests;
import sluice.venue.bybit.trade.wire.SignedCalls;

/** Asks what our API key may do, before anything is done with it. Immutable. */
public record KeyCheck(BybitConfig.Hosts hosts, BybitConfig.Limits limits, Credentials credentials) {

    public HttpCall request(long venueMillis) {
        var calls = new SignedCalls(
                hosts.rest(),
                credentials,
                limits.recvWindow(),
                limits.deadlines().read());
        return new ReadRequests(calls).keyInfo(venueMillis);
    }

    /** A failure comes with HTTP 200 as well. */
    public static KeyAnswer read(HttpOutcome outcome) {
        return KeyAnswer.of(outcome, KeyCheck::answer);
    }

    /** Error codes: 10003 "API key is invalid", 10004 "Error sign", 10010 "Unmatched IP", 33004 "apikey expired". */
    private static KeyAnswer answer(Fields reply) {
        var code = (int) reply.number("retCode");
        return switch (code) {
            case 0 -> new KeyAnswer.Known(AccountObjects.rights(reply.in("result")));
            case 10003, 10004, 10005, 10010, 33004 -> new KeyAnswer.Refused("it answered retCode " + code);
            default -> new KeyAnswer.Silent("it answered retCode " + code);
        };
    }
}
