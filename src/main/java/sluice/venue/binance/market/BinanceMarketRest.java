package sluice.venue.binance.market;

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
 * How Binance's public REST answers, counts and bans. Immutable.
 *
 * <p>rest-api.md, "IP Limits": {@code X-MBX-USED-WEIGHT-(intervalNum)(intervalLetter)} counts what the address used;
 * "When a 429 is received, it's your obligation as an API to back off and not spam the API"; "A Retry-After header is
 * sent with a 418 or 429 responses".
 *
 * @param share of the address's weight a minute that market data may use
 * @param weight of the address; other programs there spend of it too, as the venue's count tells
 */
public record BinanceMarketRest(int share, int weight) implements Dialect {

    private static final String ADDRESS = "REQUEST_WEIGHT";

    /** Without a Retry-After: until the minute has turned. */
    private static final Duration UNSAID = Duration.ofMinutes(1);

    List<Limit> limits() {
        return List.of(minute("our share", share), minute(ADDRESS, weight));
    }

    private static Limit minute(String name, int capacity) {
        return new Limit(name, Limit.Counts.WEIGHT, capacity, Duration.ofMinutes(1), true);
    }

    @Override
    public Heard hear(Ask ask, HttpOutcome.Reply reply) {
        var answer = reply.status() == 200
                ? new Answer.Raw(reply.body())
                : Answer.unknown("the venue answered " + reply.status());
        return new Heard(answer, notice(reply));
    }

    private static Notice notice(HttpOutcome.Reply reply) {
        int status = reply.status();
        var wait = reply.retryAfter().filter(told -> !told.isZero()).or(() -> Optional.of(UNSAID));
        return new Notice(
                Optional.empty(),
                false,
                reply.count("x-mbx-used-weight-1m").map(used -> new Notice.Used(ADDRESS, used)).stream()
                        .toList(),
                status == 418 ? wait : Optional.empty(),
                status == 429 ? wait : Optional.empty());
    }
}
