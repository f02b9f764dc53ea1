package sluice.market.book;

import java.util.Optional;
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

    /** How many times the book has changed; grows with every change. */
    long version();
}
