package sluice.health;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import sluice.market.VenueId;
import sluice.venue.Feed;
import sluice.venue.FeedReason;
import sluice.venue.FeedState;

/**
 * One change of a feed's state, with what it ended. Immutable.
 *
 * @param uptime how long the feed had been LIVE, when it ceased to be
 * @param recovery how long it had not been LIVE, when it became so; from the start, for the first time
 */
public record FeedTurn(
        VenueId venue,
        Feed feed,
        FeedState state,
        Why why,
        Instant at,
        Optional<Duration> uptime,
        Optional<Duration> recovery) {

    /** A reason, and what there is to say beyond it. */
    public record Why(FeedReason reason, String text) {}
}
