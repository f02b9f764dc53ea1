package sluice.engine.market;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import sluice.engine.view.GroupView;
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
import sluice.market.consolidated.Group;
import sluice.market.consolidated.VenueBook;

/**
 * The books of all venues as they may be relied on now: one that is broken or stale is absent.
 *
 * <p>Safe for any thread once a book was added: reading never waits for a keeper.
 */
public final class Books {

    /** Levels a side that stand near enough to weigh a venue by. */
    private static final int DEPTH_NEAR = 50;

    private static final double BPS = 10_000;

    private final Clock clock;
    private final Consolidation consolidation;
    private final Grouping grouping;
    private final Map<Symbol, Merged> merged = new ConcurrentHashMap<>();
    private final Map<Symbol, List<Touch>> touches = new ConcurrentHashMap<>();
    private volatile List<LiveBook> all = List.of();

    /** What the touches of a symbol come to, for as long as they are the same. */
    private record Merged(List<Ladder> touches, List<Grouping.Member> members, ConsolidatedBook book) {

        boolean isOf(List<Ladder> others, List<Grouping.Member> ofThem) {
            return members.equals(ofThem) && isOf(others);
        }

        private boolean isOf(List<Ladder> others) {
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
        this.grouping =
                new Grouping(consolidation.groups(), symbol -> top(symbol).mid());
    }

    /** Takes a book in, in the place of an earlier one of the same venue and symbol. Only from the desk thread. */
    public void add(LiveBook book) {
        var books = new ArrayList<>(all);
        find(book.venue(), book.symbol()).ifPresent(old -> books.remove(old.book()));
        books.add(book);
        var more = new ArrayList<>(of(book.symbol()));
        more.removeIf(old -> old.isOf(book.venue()));
        more.add(new Touch(book, clock));
        touches.put(book.symbol(), List.copyOf(more));
        all = List.copyOf(books);
    }

    /** How far venues may be from each other, all within what is trusted. */
    BigDecimal outlierBps() {
        return consolidation.outlierBps();
    }

    public List<LiveBook> all() {
        return all;
    }

    /** Those that there are books of, in no order. */
    Set<Symbol> symbols() {
        return Set.copyOf(touches.keySet());
    }

    /** How many venues' books of a symbol there are. */
    int count(Symbol symbol) {
        return of(symbol).size();
    }

    private List<Touch> of(Symbol symbol) {
        return touches.getOrDefault(symbol, List.of());
    }

    public Optional<Ladder> ladder(VenueId venue, Symbol symbol, int depth) {
        return find(venue, symbol).flatMap(touch -> touch.book().read(depth));
    }

    private Optional<Touch> find(VenueId venue, Symbol symbol) {
        for (var touch : of(symbol)) {
            if (touch.isOf(venue)) {
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
        return of(symbol).stream()
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

    /** All venues' books of a symbol as one, with those of its group while that holds together. */
    public ConsolidatedBook consolidated(Symbol symbol, int depth) {
        var venueBooks = new ArrayList<VenueBook>();
        for (var member : grouping.members(symbol)) {
            for (var touch : of(member.symbol())) {
                touch.book().read(depth).ifPresent(ladder -> venueBooks.add(venueBook(touch, ladder, member)));
            }
        }
        return consolidation.of(venueBooks);
    }

    private VenueBook venueBook(Touch touch, Ladder ladder, Grouping.Member member) {
        return new VenueBook(touch.place(), ladder, ageNanos(ladder), member.conversion());
    }

    /** All venues' best levels as one book. */
    public ConsolidatedBook top(Symbol symbol) {
        var members = grouping.members(symbol);
        var ladders = new ArrayList<Ladder>();
        var venueBooks = new ArrayList<VenueBook>();
        for (var member : members) {
            for (var touch : of(member.symbol())) {
                var ladder = touch.read();
                if (ladder.isPresent()) {
                    ladders.add(ladder.get());
                    venueBooks.add(venueBook(touch, ladder.get(), member));
                }
            }
        }
        var known = merged.get(symbol);
        if (known == null || !known.isOf(ladders, members)) {
            known = new Merged(ladders, members, weighed(symbol, consolidation.of(venueBooks)));
            merged.put(symbol, known);
        }
        return known.book;
    }

    /** Where venues cross each other, the mid is weighed by what stands behind their best levels too. */
    private ConsolidatedBook weighed(Symbol symbol, ConsolidatedBook top) {
        return top.isCrossed() ? top.withMid(consolidated(symbol, DEPTH_NEAR).mid()) : top;
    }

    /** What one unit of a symbol's quote is worth in that of another of its group; empty while no live book says. */
    public Optional<BigDecimal> conversion(Symbol of, Symbol into) {
        return grouping.conversion(of, into);
    }

    /** What takes a symbol out of another's market now; empty while nothing does. */
    public Optional<String> apart(Symbol symbol, Symbol from) {
        return grouping.apart(symbol, from);
    }

    /** The symbol, and those that an order in it may be filled by as well, apart or not. */
    public List<Symbol> group(Symbol symbol) {
        return consolidation.groups().of(symbol).map(Group::symbols).orElseGet(() -> List.of(symbol));
    }

    public List<GroupView> groups() {
        return grouping.views();
    }

    /** What stands within so many basis points of the mid of a book of {@link #top}, at the places it is made of. */
    double depthWithin(ConsolidatedBook top, Symbol symbol, double bps) {
        var mid = top.mid().map(px -> px.value().doubleValue()).orElse(0d);
        double sum = 0;
        for (var member : grouping.members(symbol)) {
            double here = mid / member.conversion().doubleValue();
            for (var touch : of(member.symbol())) {
                if (top.places().contains(touch.place())) {
                    sum += touch.book().depth(here * (1 - bps / BPS), here * (1 + bps / BPS));
                }
            }
        }
        return sum;
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
