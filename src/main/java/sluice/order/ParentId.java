package sluice.order;

/** The number of a parent order in this journal, written {@code P-17}. Immutable. */
public record ParentId(long number) implements Comparable<ParentId> {

    @Override
    public int compareTo(ParentId other) {
        return Long.compare(number, other.number);
    }

    @Override
    public String toString() {
        return "P-" + number;
    }
}
