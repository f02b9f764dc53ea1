package sluice.venue.binance.market;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sluice.market.Clock;
import sluice.net.HttpCall;
import sluice.net.HttpOutcome;
import sluice.net.HttpOutcome.Failure;
import sluice.net.HttpOutcome.Reply;
import sluice.net.Session.Out;
import sluice.net.limit.Cost;
import sluice.net.limit.Lane;
import sluice.net.limit.Limit;
import sluice.net.limit.Throttle;
import sluice.net.limit.Verdict;
import sluice.net.text.MalformedFrameException;
import sluice.venue.FeedState;

/**
 * Calls for market data, within half of the weight that the venue allows an address, and what their outcomes are worth.
 *
 * <p>rest-api.md, "IP Limits": {@code X-MBX-USED-WEIGHT-(intervalNum)(intervalLetter)} counts what the address used;
 * "When a 429 is received, it's your obligation as an API to back off and not spam the API"; "A Retry-After header is
 * sent with a 418 or 429 responses". Confined to its session.
 */
final class MarketRest {

    private static final Limit SHARE = new Limit("our share", Limit.Counts.WEIGHT, 3000, Duration.ofMinutes(1), true);

    /** What the address may use in all; other programs there spend of it too, as the venue's count tells. */
    private static final Limit ADDRESS =
            new Limit("REQUEST_WEIGHT", Limit.Counts.WEIGHT, 6000, Duration.ofMinutes(1), true);

    /** Without a Retry-After: until the minute has turned. */
    private static final long UNSAID_SECONDS = 60;

    private final MarketSettings settings;
    private final Clock clock;
    private final Throttle throttle = new Throttle(List.of(SHARE, ADDRESS), Throttle.Settings.STANDARD);
    private long freeNanos;
    private long calls;

    MarketRest(MarketSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        freeNanos = clock.nanos();
    }

    /** Answers the number of the call, or nothing when it may not leave before {@link #freeNanos}. */
    Optional<Long> get(String pathAndQuery, int weight, Out out) {
        var now = clock.stamp();
        var verdict = throttle.ask(Lane.QUERY, Cost.weight(weight), now, Duration.ZERO);
        if (verdict instanceof Verdict.Go) {
            calls++;
            var deadline = settings.pace().deadline();
            out.call(calls, HttpCall.get(settings.rest() + pathAndQuery, Map.of(), deadline));
            return Optional.of(calls);
        }
        freeNanos = verdict instanceof Verdict.WaitUntil wait
                ? wait.nanos()
                : now.nanos() + SHARE.window().toNanos();
        return Optional.empty();
    }

    /** When to ask again after a call was not let out. */
    long freeNanos() {
        return freeNanos;
    }

    /** The body of a good reply; anything else is refused, and may have told us to stay away for a while. */
    String body(HttpOutcome outcome) {
        if (outcome instanceof Reply reply) {
            var used = number(reply.headers().getOrDefault("x-mbx-used-weight-1m", ""));
            throttle.observe(ADDRESS.name(), (int) used, reply.took(), clock.stamp(), Duration.ZERO);
            if (reply.status() == 200) {
                return reply.body();
            }
            throw new MalformedFrameException("the venue answered " + reply.status() + rest(reply));
        }
        if (outcome instanceof Failure failure) {
            throw new MalformedFrameException(failure.cause());
        }
        throw new AssertionError(outcome);
    }

    /** What a feed is in that waits for a better reply than this. */
    static FeedState state(HttpOutcome outcome) {
        return outcome instanceof Reply reply && reply.status() == 418 ? FeedState.BANNED : FeedState.BACKING_OFF;
    }

    private String rest(Reply reply) {
        if (reply.status() != 429 && reply.status() != 418) {
            return "";
        }
        long said = number(reply.headers().getOrDefault("retry-after", ""));
        long seconds = said > 0 ? said : UNSAID_SECONDS;
        throttle.penalise(Duration.ofSeconds(seconds), clock.stamp());
        return ", no calls for " + seconds + " s";
    }

    private static long number(String text) {
        return text.matches("[0-9]{1,9}") ? Long.parseLong(text) : 0;
    }
}
