package sluice.venue.binance.market;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import sluice.market.Clock;
import sluice.market.Instrument;
import sluice.market.Symbol;
import sluice.market.book.Book;
import sluice.market.book.Scale;
import sluice.net.Session.Out;
import sluice.net.text.Slots;
import sluice.venue.Feed;
import sluice.venue.FeedReason;
import sluice.venue.FeedState;
import sluice.venue.VenueEvent;

/** The symbols whose books are kept: their feeds, what state each was last told to be in, and its streams' names. */
final class MarketFeeds {

    /** One symbol. */
    static final class Kept {

        final Instrument instrument;
        final DepthFeed depth;
        final String depthStream;
        final String tradeStream;

        /** When it last gave proof of life; the session's own copy of what the book is told. */
        long provenNanos;

        /** Why it has to be built. */
        FeedReason lost = FeedReason.STARTED;

        private Kept(Instrument instrument, DepthFeed depth) {
            this.instrument = instrument;
            this.depth = depth;
            var name = instrument.venueSymbol().toLowerCase(Locale.ROOT);
            depthStream = name + "@depth@100ms";
            tradeStream = name + "@trade";
        }

        Symbol symbol() {
            return instrument.symbol();
        }

        void proven(long nanos) {
            provenNanos = nanos;
            depth.book().proven(nanos);
        }
    }

    private final MarketSettings settings;
    private final Clock clock;
    private final List<Kept> bySlot = new ArrayList<>();
    private final Map<String, Kept> byVenueSymbol = new HashMap<>();
    private final Map<Feed, FeedState> told = new HashMap<>();

    MarketFeeds(MarketSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    List<Kept> all() {
        return bySlot;
    }

    Kept at(int slot) {
        return bySlot.get(slot);
    }

    Optional<Kept> find(String venueSymbol) {
        return Optional.ofNullable(byVenueSymbol.get(venueSymbol));
    }

    /** Begins to keep a book. */
    void open(Instrument instrument, Slots slots, Out out) {
        int slot = slots.add(instrument.venueSymbol());
        slots.grid(
                slot,
                Scale.of(instrument.grid().tick()),
                Scale.of(instrument.grid().lot()));
        var book = new Book(settings.venue(), instrument.symbol());
        var kept = new Kept(instrument, new DepthFeed(slot, book, step -> {}));
        bySlot.add(kept);
        byVenueSymbol.put(instrument.venueSymbol(), kept);
        out.emit(new VenueEvent.BookOpened(settings.venue(), book, clock.stamp()));
    }

    /** Tells the state of a book's feed when it is another than before. */
    void tell(Symbol symbol, FeedState state, FeedReason reason, String text, Out out) {
        tell(Feed.book(symbol), state, reason, text, out);
    }

    /** Tells the state of all books and prints that the venue has. */
    void tellAll(FeedState state, FeedReason reason, String text, Out out) {
        for (var symbol : settings.symbols()) {
            if (told.get(Feed.book(symbol)) != FeedState.CLOSED) {
                tell(Feed.book(symbol), state, reason, text, out);
                tell(Feed.trades(symbol), state, reason, text, out);
            }
        }
    }

    void tellTrades(FeedState state, Out out) {
        bySlot.forEach(kept -> tell(Feed.trades(kept.symbol()), state, FeedReason.READY, "", out));
    }

    /** There will never be anything of this symbol. */
    void tellClosed(Symbol symbol, String text, Out out) {
        tell(Feed.book(symbol), FeedState.CLOSED, FeedReason.NOT_LISTED, text, out);
        tell(Feed.trades(symbol), FeedState.CLOSED, FeedReason.NOT_LISTED, text, out);
    }

    private void tell(Feed feed, FeedState state, FeedReason reason, String text, Out out) {
        if (told.put(feed, state) != state) {
            out.emit(new VenueEvent.FeedChanged(settings.venue(), feed, state, reason, text, clock.stamp()));
        }
    }
}
