package sluice.sim.flow;

import sluice.market.Side;

/**
 * How much the crowd wants at each price: a few prices by the touch, then one in every slot of a fixed lattice, thicker
 * away from the mid, each with a size of its own that changes every few seconds.
 */
final class Profile {

    static final double RANGE_BPS = 160;

    private static final double SLOT_BPS = 0.6;
    private static final double NEAR_BPS = 0.3;
    private static final int NEAR = 4;
    private static final long EPOCH_MILLIS = 8_000;
    private static final double[] SIZES = sizes();

    private final long seed;
    private final long width;
    private final double slotBps;
    private final double depthLots;

    Profile(MarketSpec spec) {
        var ticks = spec.price() / spec.tick();
        this.seed = Dice.named(spec.seed(), spec.name() + ".profile").state();
        this.width = Math.max(1, Math.round(ticks * SLOT_BPS * 1e-4));
        this.slotBps = width / ticks * 1e4;
        this.depthLots = spec.depthLots() * spec.depth();
    }

    int slots() {
        return (int) (RANGE_BPS / slotBps);
    }

    long slotOf(long ticks) {
        return Math.floorDiv(ticks, width);
    }

    long first(long slot) {
        return slot * width;
    }

    long last(long slot) {
        return slot * width + width - 1;
    }

    long ticks(long slot) {
        return slot * width + Math.floorMod(Dice.mix(seed ^ slot), width);
    }

    /** The n-th price at the touch. */
    long near(Side side, Quotes quotes, int n) {
        return quotes.touch(side) - (long) side.sign() * n * step();
    }

    int nearCount() {
        return NEAR;
    }

    /** Lots the crowd wants there; zero where it does not quote. */
    long target(Side side, Quotes quotes, long ticks, double climate, long millis) {
        var from = (quotes.touch(side) - ticks) * side.sign();
        if (from < 0) {
            return 0;
        }
        var bps = from % step() == 0 && from / step() < NEAR ? NEAR_BPS : 0;
        var slot = slotOf(ticks);
        if (ticks(slot) == ticks) {
            bps += slotBps;
        }
        if (bps == 0) {
            return 0;
        }
        return Math.max(1, Math.round(bps * density(quotes.distanceBps(ticks)) * climate * size(ticks, millis)));
    }

    /** Lots in one basis point at a distance from the mid. */
    double density(double distanceBps) {
        return depthLots * Math.min(1.5, 0.6 + distanceBps / 40);
    }

    private long step() {
        return Math.max(1, width / 8);
    }

    private double size(long ticks, long millis) {
        var own = Dice.mix(seed ^ ~ticks);
        var epoch = (millis + (own & 0x1fff)) / EPOCH_MILLIS;
        return SIZES[(int) (Dice.mix(own ^ epoch) & (SIZES.length - 1))];
    }

    /** Lognormal with mean 1, cut so that no level is empty and none a wall. */
    private static double[] sizes() {
        var dice = new Dice(1);
        var sizes = new double[512];
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = Math.min(3.5, Math.max(0.15, StrictMath.exp(0.6 * dice.gaussian() - 0.18)));
        }
        return sizes;
    }
}
