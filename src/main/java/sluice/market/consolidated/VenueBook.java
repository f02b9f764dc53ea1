package sluice.market.consolidated;

import java.math.BigDecimal;
import sluice.market.Place;
import sluice.market.book.Ladder;

/**
 * One venue's book as it goes into the consolidated one. Immutable.
 *
 * @param ageNanos since the last proof that the feed lives
 * @param conversion what one unit of the book's quote asset is worth in the consolidated one; 1 where they are the same
 */
public record VenueBook(Place place, Ladder ladder, long ageNanos, BigDecimal conversion) {

    /** A book that is quoted in the consolidated book's own asset. */
    public static VenueBook of(Place place, Ladder ladder, long ageNanos) {
        return new VenueBook(place, ladder, ageNanos, BigDecimal.ONE);
    }
}
