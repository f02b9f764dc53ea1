package sluice.engine.view;

import java.time.Duration;
import sluice.health.FeedRecord;
import sluice.market.Stamp;
import sluice.venue.FeedReason;
import sluice.venue.FeedState;

/**
 * Where a feed stands, since when and why, and how it fared before. Immutable.
 *
 * @param text what there is to say beyond the reason; may be empty
 */
public record FeedView(FeedState state, FeedReason reason, String text, Stamp since, Past past) {

    /**
     * How it fared until then.
     *
     * @param first when it was told of first
     * @param live for how long it was LIVE, before its present state
     * @param drops how often it ceased to be LIVE
     */
    public record Past(Stamp first, Duration live, int drops) {}

    public static FeedView of(FeedRecord known) {
        var last = known.last();
        return new FeedView(
                last.state(),
                last.reason(),
                last.text(),
                last.at(),
                new Past(known.first(), known.live(), known.drops()));
    }

    /** For how long it is in its state. */
    public Duration age(Stamp now) {
        return Duration.ofNanos(now.nanos() - since.nanos());
    }

    /** The share of its time that it was LIVE, 0 to 1. */
    public double uptime(Stamp now) {
        double all = now.nanos() - past.first().nanos();
        double live = past.live().toNanos() + (state == FeedState.LIVE ? age(now).toNanos() : 0);
        return all <= 0 ? 0 : Math.min(1, live / all);
    }
}
