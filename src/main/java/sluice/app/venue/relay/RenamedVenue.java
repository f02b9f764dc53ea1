package sluice.app.venue.relay;

import java.util.Map;
import java.util.Optional;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.market.book.Ladder;
import sluice.market.book.LiveBook;
import sluice.venue.Venue;
import sluice.venue.VenueEvent;

/**
 * A venue some of whose symbols go by other names here than its own list makes of them. Safe for any thread.
 *
 * <p>Nothing on either side knows: the adapter hears and says the venue's names, the desk ours.
 */
public final class RenamedVenue {

    private final OtherNames ours;

    private RenamedVenue(OtherNames ours) {
        this.ours = ours;
    }

    /** @param names by what the venue's list makes of a symbol, what it is called here */
    public static Venue of(Venue venue, Map<Symbol, Symbol> names) {
        var ours = new OtherNames(names);
        var renamed = new RenamedVenue(ours);
        return new Relay(venue, ours.reversed()::of, inbox -> event -> inbox.accept(renamed.renamed(event)));
    }

    private VenueEvent renamed(VenueEvent event) {
        if (event instanceof VenueEvent.OrderReport told) {
            return new VenueEvent.OrderReport(
                    told.venue(),
                    told.clOrdId(),
                    told.orderId(),
                    ours.of(told.symbol()),
                    ours.of(told.news()),
                    told.at());
        }
        if (event instanceof VenueEvent.StatusReport told) {
            return new VenueEvent.StatusReport(
                    told.venue(), ours.of(told.asked()), ours.of(told.lookup()), told.askedAt(), told.at());
        }
        if (event instanceof VenueEvent.MassStatus told) {
            return new VenueEvent.MassStatus(told.venue(), told.requestId(), ours.of(told.report()), told.at());
        }
        return ofTheMarket(event);
    }

    private VenueEvent ofTheMarket(VenueEvent event) {
        if (event instanceof VenueEvent.Listed told) {
            return new VenueEvent.Listed(
                    told.venue(),
                    told.instruments().stream().map(ours::of).toList(),
                    told.fees().stream().map(ours::of).toList(),
                    told.at());
        }
        if (event instanceof VenueEvent.BookOpened told) {
            return new VenueEvent.BookOpened(told.venue(), new RenamedBook(told.book(), ours), told.at());
        }
        if (event instanceof VenueEvent.FeedChanged told) {
            return new VenueEvent.FeedChanged(
                    told.venue(), ours.of(told.feed()), told.state(), told.reason(), told.text(), told.at());
        }
        if (event instanceof VenueEvent.BadFramesCounted told) {
            return new VenueEvent.BadFramesCounted(
                    told.venue(), told.feed().map(ours::of), told.kind(), told.count(), told.text(), told.at());
        }
        if (event instanceof VenueEvent.PositionsChanged told) {
            return new VenueEvent.PositionsChanged(
                    told.venue(), told.positions().stream().map(ours::of).toList(), told.at());
        }
        if (event instanceof VenueEvent.Funded told) {
            return new VenueEvent.Funded(told.venue(), ours.of(told.funding()), told.at());
        }
        if (event instanceof VenueEvent.Marked told) {
            return new VenueEvent.Marked(
                    told.venue(),
                    ours.of(told.symbol()),
                    told.markPx(),
                    told.fundingRate(),
                    told.nextFunding(),
                    told.at());
        }
        return event instanceof VenueEvent.Printed told
                ? new VenueEvent.Printed(ours.of(told.trade()), told.at())
                : event;
    }

    private record RenamedBook(LiveBook book, OtherNames names) implements LiveBook {

        @Override
        public VenueId venue() {
            return book.venue();
        }

        @Override
        public Symbol symbol() {
            return names.of(book.symbol());
        }

        @Override
        public Optional<Ladder> read(int depth) {
            return book.read(depth);
        }

        @Override
        public double depth(double low, double high) {
            return book.depth(low, high);
        }

        @Override
        public long version() {
            return book.version();
        }
    }
}
