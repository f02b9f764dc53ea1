package sluice.engine.market;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sluice.market.Clock;
import sluice.market.Mark;
import sluice.market.Px;
import sluice.market.Regime;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.market.book.Ladder;
import sluice.market.book.LiveBook;
import sluice.market.consolidated.ConsolidatedBook;
import sluice.market.consolidated.Consolidation;
import sluice.market.consolidated.VenueBook;

/**
 * The books of all venues as they may be relied on now: one that is broken or stale is absent.
 *
 * <p>Safe for any thread once a book was added: reading never waits for a keeper.
 */
public final class Books {

    private final Clock clock;
    private final Consolidation consolidation;
    private volatile List<LiveBook> books = List.of();

    public Books(Clock clock, Consolidation consolidation) {
        this.clock = clock;
        this.consolidation = consolidation;
    }

    /** Takes a book in, in the place of an earlier one of the same venue and symbol. Only from the desk thread. */
    public void add(LiveBook book) {
        var more = new ArrayList<LiveBook>(books);
        more.removeIf(old -> old.venue().equals(book.venue()) && old.symbol().equals(book.symbol()));
        more.add(book);
        books = List.copyOf(more);
    }

    public List<LiveBook> all() {
        return books;
    }

    public Optional<Ladder> ladder(VenueId venue, Symbol symbol, int depth) {
        return books.stream()
                .filter(book -> book.venue().equals(venue) && book.symbol().equals(symbol))
                .findFirst()
                .flatMap(book -> book.read(depth));
    }

    public Optional<Duration> age(VenueId venue, Symbol symbol) {
        return ladder(venue, symbol, 1).map(this::age);
    }

    /** The age of the youngest book of a symbol. */
    public Optional<Duration> youngest(Symbol symbol) {
        return books.stream()
                .filter(book -> book.symbol().equals(symbol))
                .flatMap(book -> book.read(1).stream())
                .map(this::age)
                .min(Duration::compareTo);
    }

    private Duration age(Ladder ladder) {
        return Duration.ofNanos(Math.max(0, clock.nanos() - ladder.provenNanos()));
    }

    public ConsolidatedBook consolidated(Symbol symbol, int depth) {
        var venueBooks = new ArrayList<VenueBook>();
        for (var book : books) {
            if (book.symbol().equals(symbol)) {
                book.read(depth)
                        .ifPresent(ladder -> venueBooks.add(
                                VenueBook.of(book.venue(), ladder, age(ladder).toNanos())));
            }
        }
        return consolidation.of(venueBooks);
    }

    /** The market of a symbol now, over all venues. */
    public Mark mark(Symbol symbol, Regime regime) {
        var all = consolidated(symbol, 1);
        return new Mark(all.mid(), Optional.empty(), all.spread(), 0, regime);
    }

    /** The market of a symbol now, with what one venue shows of it. */
    public Mark mark(VenueId venue, Symbol symbol, Regime regime) {
        var ladder = ladder(venue, symbol, 1).filter(this::isFresh);
        var quote = ladder.flatMap(Ladder::quote);
        Optional<Px> spread = quote.map(q -> q.spread());
        return new Mark(
                consolidated(symbol, 1).mid(),
                quote.map(q -> q.mid()),
                spread,
                ladder.map(Ladder::version).orElse(0L),
                regime);
    }

    private boolean isFresh(Ladder ladder) {
        return age(ladder).compareTo(consolidation.staleAfter()) <= 0;
    }
}
