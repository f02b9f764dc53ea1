package sluice.sim;

import java.math.BigDecimal;
import sluice.order.Liquidity;

/**
 * Fee rates as fractions. Immutable.
 *
 * @param inQuote whether the fee is always quote money, which a buyer then needs beyond the price; else it is taken
 *     from the asset received
 */
public record Fees(BigDecimal maker, BigDecimal taker, boolean inQuote) {

    /** Taken from what is received. */
    public static Fees of(String maker, String taker) {
        return new Fees(new BigDecimal(maker), new BigDecimal(taker), false);
    }

    public static Fees inQuote(String maker, String taker) {
        return new Fees(new BigDecimal(maker), new BigDecimal(taker), true);
    }

    public BigDecimal rate(Liquidity liquidity) {
        return liquidity == Liquidity.MAKER ? maker : taker;
    }
}
