package sluice.market.consolidated;

import static java.util.Comparator.comparing;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.book.Level;
import sluice.market.consolidated.ConsolidatedBook.Excluded;
import sluice.market.consolidated.ConsolidatedBook.Why;

/**
 * How several venues' books become one, and which symbols' books do.
 *
 * <ol>
 *   <li>A book that is stale, one-sided or crossed in itself counts for nothing.
 *   <li>A venue whose mid is too far from the median of all is an outlier. The median of two lies halfway, so of two
 *       that disagree both go: nobody can tell which one is wrong, and then there is no mid.
 *   <li>The mid is halfway between the highest bid and the lowest ask of the others; where those cross, it is the mean
 *       of the venues' mids weighted by what stands near each, to 16 significant digits.
 * </ol>
 */
public record Consolidation(Duration staleAfter, BigDecimal outlierBps, Groups groups) {

    public static final Consolidation DEFAULT =
            new Consolidation(Duration.ofMillis(1500), BigDecimal.valueOf(25), Groups.NONE);

    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final BigDecimal NEAR_BPS = BigDecimal.TEN;

    public ConsolidatedBook of(Collection<VenueBook> books) {
        var excluded = new ArrayList<Excluded>();
        var sound = new ArrayList<Quoted>();
        for (var book : books) {
            flaw(book)
                    .ifPresentOrElse(
                            why -> excluded.add(new Excluded(book.place(), why)), () -> sound.add(Quoted.of(book)));
        }
        var trusted = withoutOutliers(sound, excluded);
        trusted.sort(comparing(book -> book.book().place()));
        excluded.sort(comparing(Excluded::place));
        return merged(trusted, excluded);
    }

    private Optional<Why> flaw(VenueBook book) {
        if (book.ageNanos() > staleAfter.toNanos()) {
            return Optional.of(Why.STALE);
        }
        var quote = book.ladder().quote();
        if (quote.isEmpty()) {
            return Optional.of(Why.ONE_SIDED);
        }
        return quote.filter(q -> q.bid().compareTo(q.ask()) >= 0).map(q -> Why.CROSSED);
    }

    private List<Quoted> withoutOutliers(List<Quoted> sound, List<Excluded> excluded) {
        var kept = new ArrayList<Quoted>();
        if (sound.isEmpty()) {
            return kept;
        }
        var median = median(sound.stream().map(Quoted::mid).sorted().toList());
        for (var book : sound) {
            if (ConsolidatedBook.isWithin(book.mid(), median, outlierBps)) {
                kept.add(book);
            } else {
                excluded.add(new Excluded(book.book().place(), Why.OUTLIER));
            }
        }
        return kept;
    }

    private static Px median(List<Px> sorted) {
        var upper = sorted.get(sorted.size() / 2);
        return sorted.size() % 2 == 1 ? upper : halfway(sorted.get(sorted.size() / 2 - 1), upper);
    }

    private static Px halfway(Px low, Px high) {
        return new Px(low.value().add(high.value()).divide(TWO));
    }

    private static ConsolidatedBook merged(List<Quoted> trusted, List<Excluded> excluded) {
        var bids = new ArrayList<VenueLevel>();
        var asks = new ArrayList<VenueLevel>();
        for (var book : trusted) {
            book.addTo(bids, book.book().ladder().bids());
            book.addTo(asks, book.book().ladder().asks());
        }
        bids.sort(comparing(VenueLevel::px, Comparator.reverseOrder()));
        asks.sort(comparing(VenueLevel::px));
        var places = trusted.stream().map(book -> book.book().place()).toList();
        if (trusted.isEmpty()) {
            return new ConsolidatedBook(Optional.empty(), Optional.empty(), bids, asks, places, excluded);
        }
        var bid = bids.get(0).px();
        var ask = asks.get(0).px();
        var mid = bid.compareTo(ask) > 0 ? weighted(trusted) : halfway(bid, ask);
        var spread = new Px(ask.value().subtract(bid.value()));
        return new ConsolidatedBook(Optional.of(mid), Optional.of(spread), bids, asks, places, excluded);
    }

    private static Px weighted(List<Quoted> books) {
        var sum = BigDecimal.ZERO;
        var weights = BigDecimal.ZERO;
        for (var book : books) {
            var weight = book.nearby().value();
            sum = sum.add(weight.multiply(book.mid().value()));
            weights = weights.add(weight);
        }
        return new Px(sum.divide(weights, MathContext.DECIMAL64));
    }

    /** A sound book with its mid, in the consolidated quote. */
    private record Quoted(VenueBook book, Px mid) {

        static Quoted of(VenueBook book) {
            var mid = book.ladder().quote().orElseThrow().mid();
            return new Quoted(book, new Px(mid.value().multiply(book.conversion())));
        }

        Px converted(Px px) {
            return book.conversion().compareTo(BigDecimal.ONE) == 0
                    ? px
                    : new Px(px.value().multiply(book.conversion(), MathContext.DECIMAL64));
        }

        void addTo(List<VenueLevel> merged, List<Level> levels) {
            for (var level : levels) {
                merged.add(new VenueLevel(converted(level.px()), level.qty(), book.place()));
            }
        }

        /** The touch counts however wide the spread is, so there is always a weight. */
        Qty nearby() {
            return nearby(book.ladder().bids()).plus(nearby(book.ladder().asks()));
        }

        private Qty nearby(List<Level> levels) {
            var sum = levels.get(0).qty();
            for (var level : levels.subList(1, levels.size())) {
                if (ConsolidatedBook.isWithin(converted(level.px()), mid, NEAR_BPS)) {
                    sum = sum.plus(level.qty());
                }
            }
            return sum;
        }
    }
}
