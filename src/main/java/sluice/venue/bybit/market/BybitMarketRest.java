package sluice.venue.bybit.market;

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
 * How Bybit's public REST answers and bans; what an envelope says is for its reader. Immutable.
 *
 * <p>Rate limit: "600 requests within a 5-second window per IP"; after "403, access too frequent" one has to "wait for
 * 10 minutes".
 *
 * @param share of the address's calls in five seconds that market data may use
 */
public record BybitMarketRest(int share) implements Dialect {

    private static final Duration BAN = Duration.ofMinutes(10);
    private static final Duration PAUSE = Duration.ofSeconds(2);

    List<Limit> limits() {
        return List.of(new Limit("our share", Limit.Counts.REQUESTS, share, Duration.ofSeconds(5), false));
    }

    @Override
    public Heard hear(Ask ask, HttpOutcome.Reply reply) {
        int status = reply.status();
        var answer = status == 200 ? new Answer.Raw(reply.body()) : Answer.unknown("the venue answered " + status);
        var ban = status == 403 ? Optional.of(BAN) : Optional.<Duration>empty();
        var pause = status == 429 ? Optional.of(PAUSE) : Optional.<Duration>empty();
        return new Heard(answer, new Notice(Optional.empty(), false, List.of(), ban, pause));
    }
}
