package sluice.venue.binance.trade.gate;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import sluice.market.Stamp;
import sluice.net.HttpOutcome;
import sluice.net.limit.Breaker;
import sluice.net.limit.Cost;
import sluice.net.limit.Lane;
import sluice.net.limit.Limit;
import sluice.net.limit.Throttle;
import sluice.net.limit.Verdict;
import sluice.net.time.RoundTrips;
import sluice.venue.LinkHealth;

/**
 * What may leave now: the venue's limits, its bans, and whether it works at all.
 *
 * <ol>
 *   <li>While the venue does not work no order leaves, and only a read probes it.
 *   <li>A cancel is never held back by that; only the venue's own word holds it back.
 *   <li>The venue counts what the whole address spends, and we never spend more than our share of that.
 * </ol>
 */
public final class Limits {

    private static final String SHARE = "our share of the request weight a minute";
    private static final String WEIGHT = "request weight a minute";
    private static final String ORDERS_SOON = "orders in ten seconds";
    private static final String ORDERS_DAILY = "orders a day";

    /** General API information, limits: bans last "from 2 minutes to 3 days". */
    private static final Duration SHORTEST_BAN = Duration.ofMinutes(2);

    private static final Duration PAUSE = Duration.ofSeconds(10);
    private static final int TOO_MANY_ORDERS = -1015;

    private final Rules rules;
    private final Throttle throttle;
    private final Breaker breaker;
    private final RoundTrips roundTrips = new RoundTrips();

    public Limits(Rules rules, Breaker.Settings patience) {
        this.rules = rules;
        this.breaker = new Breaker(patience);
        this.throttle = new Throttle(
                List.of(
                        weight(SHARE, rules.weightPerMinute()),
                        weight(WEIGHT, rules.weightPerMinute() + rules.weightElsewhere()),
                        orders(ORDERS_SOON, rules.ordersPerTenSeconds(), Duration.ofSeconds(10)),
                        orders(ORDERS_DAILY, rules.ordersPerDay(), Duration.ofDays(1))),
                Throttle.Settings.STANDARD);
    }

    private static Limit weight(String name, int capacity) {
        return new Limit(name, Limit.Counts.WEIGHT, capacity, Duration.ofMinutes(1), true);
    }

    private static Limit orders(String name, int capacity, Duration window) {
        return new Limit(name, Limit.Counts.ORDERS, capacity, window, true);
    }

    /** Whether a request may leave; one that may is counted. */
    Verdict ask(Ask ask, Stamp now, Duration offset) {
        var state = breaker.state(now.nanos());
        var passes = ask.kind() == Ask.Kind.CANCEL || state == Breaker.State.CLOSED;
        if (!passes && (state == Breaker.State.OPEN || ask.kind() == Ask.Kind.ORDER)) {
            return waitForProbe(state, now);
        }
        var room = throttle.ask(lane(ask), cost(ask), now, offset);
        return passes || !(room instanceof Verdict.Go) ? room : breaker.ask(Lane.QUERY, now.nanos());
    }

    private Verdict waitForProbe(Breaker.State state, Stamp now) {
        return state == Breaker.State.OPEN
                ? breaker.ask(Lane.QUERY, now.nanos())
                : new Verdict.WaitUntil(
                        now.nanos() + PAUSE.toNanos(), "the venue did not answer lately and is being probed");
    }

    private static Lane lane(Ask ask) {
        return switch (ask.kind()) {
            case CANCEL -> Lane.CANCEL;
            case ORDER -> Lane.NEW;
            case READ -> Lane.QUERY;
        };
    }

    private static Cost cost(Ask ask) {
        return new Cost(ask.weight(), ask.orders());
    }

    /** Whether the venue failed so often that somebody has to find out when it is back. */
    boolean needsProbe(long nanos) {
        return breaker.state(nanos) != Breaker.State.CLOSED;
    }

    void answered(Ask ask, HttpOutcome outcome, Stamp now, Duration offset) {
        if (outcome instanceof HttpOutcome.Failure failure) {
            breaker.failed(failure.cause(), now.nanos());
        } else if (outcome instanceof HttpOutcome.Reply reply) {
            if (ask.kind() != Ask.Kind.READ) {
                roundTrips.add(reply.took());
            }
            heed(reply, now, offset);
        } else {
            throw new AssertionError(outcome);
        }
    }

    private void heed(HttpOutcome.Reply reply, Stamp now, Duration offset) {
        if (reply.status() >= 500) {
            breaker.failed("HTTP " + reply.status(), now.nanos());
        } else {
            breaker.succeeded();
        }
        count(reply, "x-mbx-used-weight-1m")
                .ifPresent(used -> throttle.observe(WEIGHT, used, reply.took(), now, offset));
        count(reply, "x-mbx-order-count-10s")
                .ifPresent(used -> throttle.observe(ORDERS_SOON, used, reply.took(), now, offset));
        count(reply, "x-mbx-order-count-1d")
                .ifPresent(used -> throttle.observe(ORDERS_DAILY, used, reply.took(), now, offset));
        if (reply.status() == 418) {
            throttle.ban(now.at().plus(offset).plus(Reading.retryAfter(reply).orElse(SHORTEST_BAN)));
        } else if (Reading.code(reply).filter(code -> code == TOO_MANY_ORDERS).isPresent()) {
            throttle.observe(ORDERS_SOON, rules.ordersPerTenSeconds(), reply.took(), now, offset);
        } else if (reply.status() == 429) {
            throttle.penalise(Reading.retryAfter(reply).orElse(PAUSE), now);
        }
    }

    private static Optional<Integer> count(HttpOutcome.Reply reply, String header) {
        return Optional.ofNullable(reply.headers().get(header)).flatMap(Reading::wholeNumber);
    }

    Optional<Instant> bannedUntil() {
        return throttle.bannedUntil();
    }

    LinkHealth health(int pending, Stamp now, Duration offset) {
        return new LinkHealth(
                pending,
                roundTrips.p50(),
                roundTrips.p99(),
                throttle.used(now, offset),
                breaker.state(now.nanos()).name(),
                throttle.bannedUntil(),
                offset);
    }
}
