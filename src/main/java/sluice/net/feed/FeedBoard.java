package sluice.net.feed;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import sluice.market.Clock;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.net.Session.Out;
import sluice.venue.Feed;
import sluice.venue.FeedReason;
import sluice.venue.FeedState;
import sluice.venue.VenueEvent;

/** Tells where each feed stands whenever that is another place than before. Confined to its session. */
final class FeedBoard {

    private final VenueId venue;
    private final Clock clock;
    private final Map<Feed, FeedState> told = new HashMap<>();

    FeedBoard(VenueId venue, Clock clock) {
        this.venue = venue;
        this.clock = clock;
    }

    void tell(Feed feed, FeedState state, FeedReason reason, String text, Out out) {
        if (told.get(feed) != FeedState.CLOSED && told.put(feed, state) != state) {
            out.emit(new VenueEvent.FeedChanged(venue, feed, state, reason, text, clock.stamp()));
        }
    }

    /** The same of books and prints of these. */
    void tellAll(List<Symbol> symbols, FeedState state, FeedReason reason, String text, Out out) {
        for (var symbol : symbols) {
            tell(Feed.book(symbol), state, reason, text, out);
            tell(Feed.trades(symbol), state, reason, text, out);
        }
    }
}
