package sluice.market.book;

import java.util.Optional;
import java.util.stream.Stream;
import sluice.market.Symbol;
import sluice.market.VenueId;

/**
 * One venue's book of one symbol, as everybody but its keeper sees it.
 *
 * <p>Safe for any thread: a read copies a consistent book and never waits for the keeper.
 */
public interface LiveBook {

    VenueId venue();

    Symbol symbol();

    /** At most {@code depth} levels a side; empty while the book is broken, being rebuilt or never built. */
    Optional<Ladder> read(int depth);

    /**
     * What stands between these prices, bids from the lower and asks up to the higher one; 0 while the book is absent.
     */
    default double depth(double low, double high) {
        return read(Integer.MAX_VALUE)
                .map(book -> Stream.concat(
                                book.bids().stream()
                                        .filter(level -> level.px().value().doubleValue() >= low),
                                book.asks().stream()
                                        .filter(level -> level.px().value().doubleValue() <= high))
                        .mapToDouble(level -> level.qty().value().doubleValue())
                        .sum())
                .orElse(0d);
    }

    /** How many times the book has changed; grows with every change. */
    long version();
}
