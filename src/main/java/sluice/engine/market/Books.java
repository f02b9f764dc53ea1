package sluice.engine.market;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import sluice.market.Clock;
import sluice.market.Mark;
import sluice.market.Quote;
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
    private final Map<Symbol, Merged> merged = new ConcurrentHashMap<>();
    private volatile List<Touch> touches = List.of();

    /** What the touches of a symbol come to, for as long as they are the same. */
    private record Merged(List<Ladder> touches, ConsolidatedBook book) {

        boolean isOf(List<Ladder> others) {
            for (int i = 0; i < touches.size() && i < others.size(); i++) {
                if (touches.get(i) != others.get(i)) {
                    return false;
                }
            }
            return touches.size() == others.size();
        }
    }

    public Books(Clock clock, Consolidation consolidation) {
        this.clock = clock;
        this.consolidation = consolidation;
    }

    /** Takes a book in, in the place of an earlier one of the same venue and symbol. Only from the desk thread. */
    public void add(LiveBook book) {
        var more = new ArrayList<>(touches);
        more.removeIf(old -> old.isOf(book.venue(), book.symbol()));
        more.add(new Touch(book, clock));
        touches = List.copyOf(more);
    }

    public List<LiveBook> all() {
        return touches.stream().map(Touch::book).toList();
    }

    public Optional<Ladder> ladder(VenueId venue, Symbol symbol, int depth) {
        return find(venue, symbol).flatMap(touch -> touch.book().read(depth));
    }

    private Optional<Touch> find(VenueId venue, Symbol symbol) {
        for (var touch : touches) {
            if (touch.isOf(venue, symbol)) {
                return Optional.of(touch);
            }
        }
        return Optional.empty();
    }

    public Optional<Duration> age(VenueId venue, Symbol symbol) {
        return find(venue, symbol).flatMap(Touch::read).map(this::age);
    }

    /** The age of the youngest book of a symbol. */
    public Optional<Duration> youngest(Symbol symbol) {
        return touches.stream()
                .filter(touch -> touch.isOf(symbol))
                .flatMap(touch -> touch.read().stream())
                .map(this::age)
                .min(Duration::compareTo);
    }

    private Duration age(Ladder ladder) {
        return Duration.ofNanos(ageNanos(ladder));
    }

    private long ageNanos(Ladder ladder) {
        return Math.max(0, clock.nanos() - ladder.provenNanos());
    }

    public ConsolidatedBook consolidated(Symbol symbol, int depth) {
        var venueBooks = new ArrayList<VenueBook>();
        for (var touch : touches) {
            if (touch.isOf(symbol)) {
                touch.book().read(depth).ifPresent(ladder -> venueBooks.add(venueBook(touch, ladder)));
            }
        }
        return consolidation.of(venueBooks);
    }

    private VenueBook venueBook(Touch touch, Ladder ladder) {
        return VenueBook.of(touch.book().venue(), ladder, ageNanos(ladder));
    }

    /** All venues' best levels as one book. */
    public ConsolidatedBook top(Symbol symbol) {
        var ladders = new ArrayList<Ladder>();
        var venueBooks = new ArrayList<VenueBook>();
        for (var touch : touches) {
            var ladder = touch.isOf(symbol) ? touch.read() : Optional.<Ladder>empty();
            if (ladder.isPresent()) {
                ladders.add(ladder.get());
                venueBooks.add(venueBook(touch, ladder.get()));
            }
        }
        var known = merged.get(symbol);
        if (known == null || !known.isOf(ladders)) {
            known = new Merged(ladders, consolidation.of(venueBooks));
            merged.put(symbol, known);
        }
        return known.book;
    }

    /** The market of a symbol now, over all venues. */
    public Mark mark(Symbol symbol, Regime regime) {
        var all = top(symbol);
        return new Mark(all.mid(), Optional.empty(), all.spread(), 0, regime);
    }

    /** The market of a symbol now, with what one venue shows of it. */
    public Mark mark(VenueId venue, Symbol symbol, Regime regime) {
        var ladder = find(venue, symbol).flatMap(Touch::read).filter(this::isFresh);
        var quote = ladder.flatMap(Ladder::quote);
        return new Mark(
                top(symbol).mid(),
                quote.map(Quote::mid),
                quote.map(Quote::spread),
                ladder.map(Ladder::version).orElse(0L),
                regime);
    }

    private boolean isFresh(Ladder ladder) {
        return ageNanos(ladder) <= consolidation.staleAfter().toNanos();
    }
}
