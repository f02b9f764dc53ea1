package sluice.health.check;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import sluice.market.VenueId;
import sluice.venue.Feed;
import sluice.venue.FeedState;
import sluice.venue.LinkHealth;

/**
 * One venue as it was found at a moment. Immutable.
 *
 * @param link empty until it was measured
 * @param bookAge since the oldest proof that a book's feed lives; empty without a book
 */
public record VenueSample(
        VenueId venue, List<FeedSample> feeds, Optional<LinkHealth> link, Optional<Duration> bookAge) {

    public VenueSample {
        feeds = List.copyOf(feeds);
    }

    /** Where a feed stands, for how long, and how often it ceased to be LIVE. */
    public record FeedSample(Feed feed, FeedState state, Duration age, int drops) {

        boolean isLive() {
            return state == FeedState.LIVE;
        }
    }
}
