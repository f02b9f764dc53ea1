package sluice.venue.binance.trade;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sluice.net.HttpOutcome;
import sluice.net.gate.Answer;
import sluice.net.gate.Ask;
import sluice.net.gate.Dialect;
import sluice.net.gate.Notice;
import sluice.net.gate.TimeSource;
import sluice.net.limit.Limit;
import sluice.net.text.Fields;
import sluice.net.text.Json;
import sluice.venue.binance.trade.reply.AccountObjects;
import sluice.venue.binance.trade.reply.ErrorTable;
import sluice.venue.binance.trade.reply.OrderObjects;
import sluice.venue.binance.trade.reply.VenueError;
import sluice.venue.binance.trade.wire.ReadRequests;

/** How Binance's REST answers, counts and bans. Immutable. */
record BinanceDialect(Rules rules, ReadRequests reads) implements Dialect, TimeSource {

    private static final String SHARE = "our share of the request weight a minute";
    private static final String WEIGHT = "request weight a minute";
    private static final String ORDERS_SOON = "orders in ten seconds";
    private static final String ORDERS_DAILY = "orders a day";

    private static final Map<String, String> COUNTS = Map.of(
            "x-mbx-used-weight-1m", WEIGHT, "x-mbx-order-count-10s", ORDERS_SOON, "x-mbx-order-count-1d", ORDERS_DAILY);

    /** General API information, limits: bans last "from 2 minutes to 3 days". */
    private static final Duration SHORTEST_BAN = Duration.ofMinutes(2);

    private static final Duration PAUSE = Duration.ofSeconds(10);
    private static final int TOO_MANY_ORDERS = -1015;

    static List<Limit> limits(Rules rules) {
        return List.of(
                weight(SHARE, rules.weightPerMinute()),
                weight(WEIGHT, rules.weightPerMinute() + rules.weightElsewhere()),
                orders(ORDERS_SOON, rules.ordersPerTenSeconds(), Duration.ofSeconds(10)),
                orders(ORDERS_DAILY, rules.ordersPerDay(), Duration.ofDays(1)));
    }

    private static Limit weight(String name, int capacity) {
        return new Limit(name, Limit.Counts.WEIGHT, capacity, Duration.ofMinutes(1), true);
    }

    private static Limit orders(String name, int capacity, Duration window) {
        return new Limit(name, Limit.Counts.ORDERS, capacity, window, true);
    }

    @Override
    public Heard hear(Ask ask, HttpOutcome.Reply reply) {
        var body = Json.find(reply.body());
        if (reply.status() / 100 == 2) {
            var answer = body.<Answer>map(Answer.Done::new)
                    .orElseGet(() -> Answer.unknown("HTTP " + reply.status() + " with a body that is not JSON"));
            return new Heard(answer, notice(reply, Optional.empty()));
        }
        var error = body.flatMap(VenueError::find);
        var ruling = ErrorTable.judge(reply.status(), error, reply.retryAfter());
        return new Heard(new Answer.Failed(ruling, body), notice(reply, error));
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

    private Notice notice(HttpOutcome.Reply reply, Optional<VenueError> error) {
        var used = new ArrayList<Notice.Used>();
        COUNTS.forEach(
                (header, limit) -> reply.count(header).ifPresent(count -> used.add(new Notice.Used(limit, count))));
        var tooManyOrders =
                error.filter(known -> known.code() == TOO_MANY_ORDERS).isPresent();
        if (tooManyOrders) {
            used.add(new Notice.Used(ORDERS_SOON, rules.ordersPerTenSeconds()));
        }
        var status = reply.status();
        return new Notice(
                status >= 500 ? Optional.of("HTTP " + status) : Optional.empty(),
                error.filter(ErrorTable::blamesTheClock).isPresent(),
                used,
                status == 418 ? reply.retryAfter().or(() -> Optional.of(SHORTEST_BAN)) : Optional.empty(),
                status == 429 && !tooManyOrders ? reply.retryAfter().or(() -> Optional.of(PAUSE)) : Optional.empty());
    }
}
