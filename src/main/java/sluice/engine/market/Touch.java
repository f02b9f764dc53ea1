package sluice.engine.market;

import java.time.Duration;
import java.util.Optional;
import sluice.market.Clock;
import sluice.market.Place;
import sluice.market.VenueId;
import sluice.market.book.Ladder;
import sluice.market.book.LiveBook;

/**
 * A book and its best levels, copied again only when they may have changed: an order looks at them many times over.
 *
 * <p>Safe for any thread.
 */
final class Touch {

    /** What is proven to be older is read again, since the proof may have been renewed without any change. */
    private static final long PROVEN_NANOS = Duration.ofMillis(100).toNanos();

    private final LiveBook book;
    private final Place place;
    private final Clock clock;
    private volatile Optional<Ladder> last = Optional.empty();

    Touch(LiveBook book, Clock clock) {
        this.book = book;
        this.place = new Place(book.venue(), book.symbol());
        this.clock = clock;
    }

    LiveBook book() {
        return book;
    }

    Place place() {
        return place;
    }

    boolean isOf(VenueId venue) {
        return place.venue().equals(venue);
    }

    /** One level a side; empty while the book is. The same object for as long as nothing has changed. */
    Optional<Ladder> read() {
        var known = last;
        if (known.filter(this::isCurrent).isEmpty()) {
            known = book.read(1);
            last = known;
        }
        return known;
    }

    private boolean isCurrent(Ladder ladder) {
        return ladder.version() == book.version() && clock.nanos() - ladder.provenNanos() < PROVEN_NANOS;
    }
}
