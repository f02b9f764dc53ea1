package sluice.sim;

import java.math.BigDecimal;
import sluice.order.Liquidity;

/** Fee rates as fractions; the fee is taken from the asset received. Immutable. */
public record Fees(BigDecimal maker, BigDecimal taker) {

    public static Fees of(String maker, String taker) {
        return new Fees(new BigDecimal(maker), new BigDecimal(taker));
    }

    public BigDecimal rate(Liquidity liquidity) {
        return liquidity == Liquidity.MAKER ? maker : taker;
    }
}
