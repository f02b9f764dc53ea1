package sluice.order;

/** OrderID(37): the venue's id for an order. Immutable. */
public record OrderId(String value) {

    @Override
    public String toString() {
        return value;
    }
}
