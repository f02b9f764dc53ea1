package sluice.market;

/** The name of a venue as the configuration and the operator write it, such as {@code binance}. Immutable. */
public record VenueId(String name) implements Comparable<VenueId> {

    @Override
    public int compareTo(VenueId other) {
        return name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return name;
    }
}
