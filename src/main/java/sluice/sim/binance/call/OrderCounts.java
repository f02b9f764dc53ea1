package sluice.sim.binance.call;

import java.time.Instant;

/**
 * The unfilled orders one account has placed in the current ten seconds and day.
 *
 * <p>faqs/order_count_decrement: each placed order adds one in every interval; its first fill takes one back.
 */
public final class OrderCounts {

    private static final long SHORT = 10;
    private static final long LONG = 86_400;

    private final Limits limits;
    private long shortWindow;
    private long longWindow;
    private int inShort;
    private int inLong;

    public OrderCounts(Limits limits) {
        this.limits = limits;
    }

    /** Counts an order, or refuses it. */
    public void place(Instant now) {
        turn(now);
        if (inShort >= limits.ordersPerTenSeconds()) {
            throw Refusal.tooManyOrders(limits.ordersPerTenSeconds(), "10 SECOND");
        }
        if (inLong >= limits.ordersPerDay()) {
            throw Refusal.tooManyOrders(limits.ordersPerDay(), "1 DAY");
        }
        inShort++;
        inLong++;
    }

    /** Takes one back: the order filled for the first time, or was not taken after all. */
    public void takeBack(Instant now) {
        turn(now);
        inShort = Math.max(0, inShort - 1);
        inLong = Math.max(0, inLong - 1);
    }

    public int inTenSeconds(Instant now) {
        turn(now);
        return inShort;
    }

    public int inDay(Instant now) {
        turn(now);
        return inLong;
    }

    private void turn(Instant now) {
        var tens = Math.floorDiv(now.getEpochSecond(), SHORT);
        var days = Math.floorDiv(now.getEpochSecond(), LONG);
        inShort = tens == shortWindow ? inShort : 0;
        inLong = days == longWindow ? inLong : 0;
        shortWindow = tens;
        longWindow = days;
    }
}
