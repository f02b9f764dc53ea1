package sluice.net.limit;

/** What one request costs. Immutable. */
public record Cost(int weight, int orders) {

    public static Cost weight(int weight) {
        return new Cost(weight, 0);
    }

    int of(Limit.Counts counts) {
        return switch (counts) {
            case WEIGHT -> weight;
            case REQUESTS -> 1;
            case ORDERS -> orders;
        };
    }
}
