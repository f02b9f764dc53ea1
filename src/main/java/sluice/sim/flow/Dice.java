package sluice.sim.flow;

/** A stream of chance whose whole state is one number, so that it can be kept and taken up again (SplitMix64). */
final class Dice {

    private static final long GOLDEN = 0x9e3779b97f4a7c15L;
    private static final double UNIT = 0x1.0p-53;

    private long state;

    Dice(long state) {
        this.state = state;
    }

    /** A stream of its own for a name under a seed, so that one more name disturbs no other. */
    static Dice named(long seed, String name) {
        var state = mix(seed + GOLDEN);
        for (int i = 0; i < name.length(); i++) {
            state = mix(state ^ name.charAt(i) * GOLDEN);
        }
        return new Dice(state);
    }

    static long mix(long value) {
        var z = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    long state() {
        return state;
    }

    long next() {
        state += GOLDEN;
        return mix(state);
    }

    /** From 0, inclusive, to 1, exclusive. */
    double uniform() {
        return (next() >>> 11) * UNIT;
    }

    boolean chance(double probability) {
        return uniform() < probability;
    }

    int below(int bound) {
        return (int) (uniform() * bound);
    }

    /** Standard normal, by Marsaglia's polar method without its spare, which would be more state. */
    double gaussian() {
        while (true) {
            var x = 2 * uniform() - 1;
            var y = 2 * uniform() - 1;
            var square = x * x + y * y;
            if (square < 1 && square > 0) {
                return x * StrictMath.sqrt(-2 * StrictMath.log(square) / square);
            }
        }
    }
}
