package sluice.sim.binance.call;

/**
 * What one caller may do: request weight a minute, orders in ten seconds and a day, and when a ban follows. Immutable.
 */
public record Limits(int weightPerMinute, int ordersPerTenSeconds, int ordersPerDay, int patience) {

    /** The figures exchangeInfo shows. */
    public static final Limits USUAL = new Limits(6_000, 100, 200_000, 10);
}
