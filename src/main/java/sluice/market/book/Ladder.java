package sluice.market.book;

import java.util.List;
import java.util.Optional;
import sluice.market.Quote;

/**
 * A book at one moment, best levels first. Immutable.
 *
 * @param version how many times the book had changed
 * @param provenNanos when the feed last proved that it lives, on the monotonic clock: age is counted from there
 */
public record Ladder(List<Level> bids, List<Level> asks, long version, long provenNanos) {

    public Ladder {
        bids = List.copyOf(bids);
        asks = List.copyOf(asks);
    }

    /** The best bid and ask; empty while either side is. */
    public Optional<Quote> quote() {
        if (bids.isEmpty() || asks.isEmpty()) {
            return Optional.empty();
        }
        var bid = bids.get(0);
        var ask = asks.get(0);
        return Optional.of(new Quote(bid.px(), bid.qty(), ask.px(), ask.qty()));
    }
}
