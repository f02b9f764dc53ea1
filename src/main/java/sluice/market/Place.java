package sluice.market;

import java.util.Comparator;

/** A symbol at a venue: where a book stands and an order can go. Immutable. */
public record Place(VenueId venue, Symbol symbol) implements Comparable<Place> {

    private static final Comparator<Place> ORDER =
            Comparator.comparing(Place::venue).thenComparing(Place::symbol);

    /** The venue, and the symbol only where it is another one than is spoken of. */
    public String named(Symbol spokenOf) {
        return symbol.equals(spokenOf) ? venue.name() : venue + " " + symbol;
    }

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return symbol + " at " + venue;
    }
}
