package sluice.market.book;

import java.math.BigDecimal;

/** Decimals as longs: a value of scale {@code n} counts units of 10 to the power of minus {@code n}. */
public final class Scale {

    /** Scaled values stay below this, so that neither a sum nor a difference of two overflows. */
    public static final long LIMIT = 1_000_000_000_000_000_000L;

    /** The most decimal places, and the most digits, that a scaled value has. */
    public static final int LONGEST = 18;

    private static final long[] POWERS = new long[LONGEST + 1];

    static {
        POWERS[0] = 1;
        for (int i = 1; i <= LONGEST; i++) {
            POWERS[i] = POWERS[i - 1] * 10;
        }
    }

    private Scale() {}

    /** 10 to the power of {@code exponent}, which is at most {@link #LONGEST}. */
    public static long power(int exponent) {
        return POWERS[exponent];
    }

    /** The decimal places of a grid's step; 0 when there is no step. */
    public static int of(BigDecimal step) {
        return Math.max(0, step.stripTrailingZeros().scale());
    }

    static boolean fits(long value, long factor) {
        return value < LIMIT / factor && value > -LIMIT / factor;
    }

    static boolean multiply(long[] values, int size, long factor) {
        for (int i = 0; i < size; i++) {
            if (!fits(values[i], factor)) {
                return false;
            }
            values[i] *= factor;
        }
        return true;
    }
}
