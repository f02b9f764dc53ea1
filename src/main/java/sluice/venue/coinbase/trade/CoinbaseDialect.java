package sluice.venue.coinbase.trade;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import sluice.net.HttpOutcome;
import sluice.net.gate.Answer;
import sluice.net.gate.Ask;
import sluice.net.gate.Dialect;
import sluice.net.gate.Notice;
import sluice.net.gate.TimeSource;
import sluice.net.limit.Limit;
import sluice.net.text.Fields;
import sluice.net.text.Json;
import sluice.venue.coinbase.trade.reply.AccountObjects;
import sluice.venue.coinbase.trade.reply.ErrorTable;
import sluice.venue.coinbase.trade.reply.OrderObjects;
import sluice.venue.coinbase.trade.reply.VenueError;
import sluice.venue.coinbase.trade.wire.ReadRequests;

/**
 * How Coinbase's REST answers and counts. Confined to its session.
 *
 * <p>Rate limits: "429" when exceeded, with no word on when to come back, so that each in a row makes the pause twice
 * as long, with jitter; {@code x-ratelimit-limit} and {@code x-ratelimit-remaining} are believed where they speak of
 * the limit we know.
 */
final class CoinbaseDialect implements Dialect, TimeSource {

    private static final String REQUESTS = "requests a second";
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int LONGEST_DOUBLING = 5;

    private final TradeSettings.Rules rules;
    private final ReadRequests reads;
    private final RandomGenerator random;
    private int refusedInARow;

    CoinbaseDialect(TradeSettings.Rules rules, ReadRequests reads, RandomGenerator random) {
        this.rules = rules;
        this.reads = reads;
        this.random = random;
    }

    static List<Limit> limits(TradeSettings.Rules rules) {
        return List.of(
                new Limit(REQUESTS, Limit.Counts.REQUESTS, rules.requestsPerSecond(), Duration.ofSeconds(1), false));
    }

    @Override
    public Heard hear(Ask ask, HttpOutcome.Reply reply) {
        var body = Json.find(reply.body()).filter(found -> found.node().isObject());
        return new Heard(answer(reply, body), notice(reply));
    }

    private static Answer answer(HttpOutcome.Reply reply, Optional<Fields> body) {
        if (reply.status() / 100 != 2) {
            var error = VenueError.of(body, reply.body());
            return new Answer.Failed(ErrorTable.judge(reply.status(), error, reply.retryAfter()), body);
        }
        return body.map(CoinbaseDialect::answer)
                .orElseGet(() -> Answer.unknown("HTTP " + reply.status() + " with a body that is not JSON"));
    }

    /** Create order: "HTTP 200 even for rejects, inspect success". */
    private static Answer answer(Fields body) {
        return VenueError.refusal(body)
                .<Answer>map(error -> new Answer.Failed(ErrorTable.judge(error), Optional.of(body)))
                .orElseGet(() -> new Answer.Done(body));
    }

    private Notice notice(HttpOutcome.Reply reply) {
        var status = reply.status();
        refusedInARow = status == 429 ? Math.min(LONGEST_DOUBLING, refusedInARow + 1) : 0;
        return new Notice(
                status >= 500 ? Optional.of("HTTP " + status) : Optional.empty(),
                status == 401,
                used(reply),
                Optional.empty(),
                status == 429 ? reply.retryAfter().or(() -> Optional.of(pause())) : Optional.empty());
    }

    private Duration pause() {
        var longest = PAUSE.toNanos() << refusedInARow - 1;
        return Duration.ofNanos(longest / 2 + (long) (random.nextDouble() * (longest / 2.0)));
    }

    private List<Notice.Used> used(HttpOutcome.Reply reply) {
        var limit = reply.count("x-ratelimit-limit").filter(known -> known == rules.requestsPerSecond());
        return reply.count("x-ratelimit-remaining").stream()
                .flatMap(left -> limit.map(all -> new Notice.Used(REQUESTS, Math.max(0, all - left))).stream())
                .toList();
    }

    @Override
    public boolean isStrange(Fields body) {
        return OrderObjects.isStrange(body);
    }

    @Override
    public Ask askTime() {
        return Ask.read(1, at -> reads.time());
    }

    @Override
    public Instant time(Fields body) {
        return AccountObjects.serverTime(body);
    }
}
