package sluice.venue.coinbase.market;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import sluice.net.HttpOutcome;
import sluice.net.gate.Answer;
import sluice.net.gate.Ask;
import sluice.net.gate.Dialect;
import sluice.net.gate.Notice;
import sluice.net.limit.Limit;

/**
 * How Coinbase's public REST answers and counts: "public 10 requests a second per IP", 429 above it. Immutable.
 *
 * @param perSecond of the address
 */
public record CoinbaseMarketRest(int perSecond) implements Dialect {

    private static final Duration PAUSE = Duration.ofSeconds(2);

    List<Limit> limits() {
        return List.of(new Limit("requests a second", Limit.Counts.REQUESTS, perSecond, Duration.ofSeconds(1), false));
    }

    @Override
    public Heard hear(Ask ask, HttpOutcome.Reply reply) {
        int status = reply.status();
        var answer = status == 200 ? new Answer.Raw(reply.body()) : Answer.unknown("the venue answered " + status);
        var pause = status == 429 ? Optional.of(PAUSE) : Optional.<Duration>empty();
        return new Heard(answer, new Notice(Optional.empty(), false, List.of(), Optional.empty(), pause));
    }
}
