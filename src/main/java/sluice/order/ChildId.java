package sluice.order;

/** The number of a child order in this journal, written {@code C-42}. Immutable. */
public record ChildId(long number) implements Comparable<ChildId> {

    @Override
    public int compareTo(ChildId other) {
        return Long.compare(number, other.number);
    }

    @Override
    public String toString() {
        return "C-" + number;
    }
}
