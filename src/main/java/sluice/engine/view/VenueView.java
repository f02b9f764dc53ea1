package sluice.engine.view;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import sluice.market.Instrument;
import sluice.order.position.Balance;
import sluice.venue.FeeSchedule;
import sluice.venue.Feed;
import sluice.venue.LinkHealth;
import sluice.venue.Manifest;

/**
 * One venue as the desk knows it. Immutable.
 *
 * @param unready why no new order may go there; empty when it is recovered and ready
 */
public record VenueView(
        Manifest manifest,
        String unready,
        Map<Feed, FeedView> feeds,
        List<Instrument> instruments,
        List<FeeSchedule> fees,
        HoldingsView holdings,
        LinkView way) {

    public VenueView {
        feeds = Map.copyOf(feeds);
        instruments = List.copyOf(instruments);
        fees = List.copyOf(fees);
    }

    /** Empty until it was measured. */
    public Optional<LinkHealth> link() {
        return way.health();
    }

    public List<Balance> balances() {
        return holdings.balances();
    }
}
