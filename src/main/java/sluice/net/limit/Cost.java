package sluice.net.limit;

/**
 * What one request costs. Immutable.
 *
 * @param group of endpoints that it belongs to, for limits of such a group; empty for none
 */
public record Cost(int weight, int orders, String group) {

    public Cost(int weight, int orders) {
        this(weight, orders, "");
    }

    public static Cost weight(int weight) {
        return new Cost(weight, 0);
    }

    /** The same for an endpoint of this group. */
    public Cost in(String itsGroup) {
        return new Cost(weight, orders, itsGroup);
    }

    int of(Limit limit) {
        if (limit.isOfAGroup() && !limit.group().equals(group)) {
            return 0;
        }
        return switch (limit.counts()) {
            case WEIGHT -> weight;
            case REQUESTS -> 1;
            case ORDERS -> orders;
        };
    }
}
