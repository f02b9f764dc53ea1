package sluice.market;

/** The name of a venue as the configuration and the operator write it, such as {@code binance}. Immutable. */
public record VenueId(String name) implements Comparable<VenueId> {

    /** By hand, as is {@link #hashCode}: venues are the keys of most that a desk looks up. */
    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof VenueId venue && name.equals(venue.name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public int compareTo(VenueId other) {
        return name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return name;
    }
}
