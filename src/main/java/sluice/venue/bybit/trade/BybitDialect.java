package sluice.venue.bybit.trade;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import sluice.net.HttpOutcome;
import sluice.net.gate.Answer;
import sluice.net.gate.Ask;
import sluice.net.gate.Dialect;
import sluice.net.gate.Notice;
import sluice.net.gate.TimeSource;
import sluice.net.text.Fields;
import sluice.net.text.Json;
import sluice.venue.bybit.trade.reply.AccountObjects;
import sluice.venue.bybit.trade.reply.ErrorTable;
import sluice.venue.bybit.trade.reply.OrderObjects;
import sluice.venue.bybit.trade.reply.VenueError;
import sluice.venue.bybit.trade.wire.ReadRequests;

/** How Bybit's REST answers, counts and bans: nearly everything comes with HTTP 200. Immutable. */
record BybitDialect(ReadRequests reads) implements Dialect, TimeSource {

    /** Rate limit, IP: "wait for 10 minutes" after "403, access too frequent". */
    private static final Duration BAN = Duration.ofMinutes(10);

    private static final Duration PAUSE = Duration.ofSeconds(2);

    @Override
    public Heard hear(Ask ask, HttpOutcome.Reply reply) {
        var body = Json.find(reply.body());
        var error = body.flatMap(VenueError::find);
        return new Heard(answer(reply, body, error), notice(ask, reply, error));
    }

    private static Answer answer(HttpOutcome.Reply reply, Optional<Fields> body, Optional<VenueError> error) {
        if (reply.status() != 200 || error.isPresent()) {
            return new Answer.Failed(ErrorTable.judge(reply.status(), error, reply.retryAfter()), body);
        }
        return body.filter(VenueError::isSuccess)
                .<Answer>map(Answer.Done::new)
                .orElseGet(() -> Answer.unknown("HTTP 200 with a body that is not the venue's"));
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

    private static Notice notice(Ask ask, HttpOutcome.Reply reply, Optional<VenueError> error) {
        var status = reply.status();
        return new Notice(
                status >= 500 ? Optional.of("HTTP " + status) : Optional.empty(),
                error.filter(ErrorTable::blamesTheClock).isPresent(),
                used(ask, reply, error),
                status == 403 ? reply.retryAfter().or(() -> Optional.of(BAN)) : Optional.empty(),
                status == 429 ? reply.retryAfter().or(() -> Optional.of(PAUSE)) : Optional.empty());
    }

    /** Rate limit: "X-Bapi-Limit-Status: your remaining requests for current endpoint", of {@code X-Bapi-Limit}. */
    private static List<Notice.Used> used(Ask ask, HttpOutcome.Reply reply, Optional<VenueError> error) {
        var group = ask.cost().group();
        var limit = reply.count("x-bapi-limit");
        if (group.isEmpty() || limit.isEmpty()) {
            return List.of();
        }
        var left = error.filter(ErrorTable::isTooOften).map(known -> 0).or(() -> reply.count("x-bapi-limit-status"));
        return left.map(count -> new Notice.Used(group, Math.max(0, limit.get() - count))).stream()
                .toList();
    }
}
