package sluice.sim.flow;

import sluice.market.Side;

/** Where the crowd's best bid and ask belong, in ticks, and the mid they are around. */
record Quotes(double mid, long bid, long ask) {

    static Quotes around(double mid, double halfSpreadBps) {
        var half = Math.max(0.5, mid * halfSpreadBps * 1e-4);
        var bid = Math.max(1, (long) Math.floor(mid - half));
        var ask = Math.max(bid + 1, (long) Math.ceil(mid + half));
        return new Quotes(mid, bid, ask);
    }

    long touch(Side side) {
        return side == Side.BUY ? bid : ask;
    }

    /** Whether a price on the side is better than the crowd would quote. */
    boolean isInside(Side side, long ticks) {
        return side == Side.BUY ? ticks > bid : ticks < ask;
    }

    double distanceBps(long ticks) {
        return Math.abs(ticks - mid) / mid * 1e4;
    }
}
