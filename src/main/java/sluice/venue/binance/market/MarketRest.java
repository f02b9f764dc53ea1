package sluice.venue.binance.market;

import java.util.Map;
import sluice.market.Clock;
import sluice.net.HttpCall;
import sluice.net.HttpOutcome;
import sluice.net.HttpOutcome.Failure;
import sluice.net.HttpOutcome.Reply;
import sluice.net.Session.Out;
import sluice.venue.FeedState;
import sluice.venue.binance.market.wire.MalformedFrameException;

/** Calls for market data, within the weight we take, and what their outcomes are worth. Confined to its session. */
final class MarketRest {

    private final MarketSettings settings;
    private final Clock clock;
    private final WeightLimit limit = new WeightLimit();
    private long calls;

    MarketRest(MarketSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** When a call of this weight may leave; not before now. */
    long freeAt(int weight, long now) {
        return limit.freeAt(weight, now);
    }

    boolean isFree(int weight, long now) {
        return limit.freeAt(weight, now) <= now;
    }

    /** Answers the number of the call. */
    long get(String pathAndQuery, int weight, long now, Out out) {
        limit.spend(weight, now);
        calls++;
        out.call(
                calls,
                HttpCall.get(
                        settings.rest() + pathAndQuery,
                        Map.of(),
                        settings.pace().deadline()));
        return calls;
    }

    /** The body of a good reply; anything else is refused, and may have told us to stay away for a while. */
    String body(HttpOutcome outcome) {
        if (outcome instanceof Reply reply) {
            long now = clock.nanos();
            var until = limit.heed(reply, clock.now(), now);
            if (reply.status() == 200) {
                return reply.body();
            }
            var rest = until.map(nanos -> ", no calls for " + (nanos - now) / 1_000_000 + " ms")
                    .orElse("");
            throw new MalformedFrameException("the venue answered " + reply.status() + rest);
        }
        if (outcome instanceof Failure failure) {
            throw new MalformedFrameException(failure.cause());
        }
        throw new AssertionError(outcome);
    }

    /** What a feed is in that waits for a reply better than this. */
    static FeedState state(HttpOutcome outcome) {
        return outcome instanceof Reply reply && reply.status() == 418 ? FeedState.BANNED : FeedState.BACKING_OFF;
    }
}
