package sluice.risk.exposure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Side;
import sluice.order.Terms;

/**
 * What an order takes from a balance: a spot sale the base asset, a spot purchase its whole notional and the fee, and
 * an order in a perpetual, either way, its margin and the fee. Immutable.
 *
 * @param margin as a fraction of the notional; 1 where nothing is lent
 * @param takerFee as a fraction of the notional; a rebate counts for nothing
 */
public record Outlay(BigDecimal margin, BigDecimal takerFee) {

    public static Outlay full(BigDecimal takerFee) {
        return new Outlay(BigDecimal.ONE, takerFee);
    }

    /** The asset that an order takes from. */
    public static String asset(Terms terms) {
        return spendsBase(terms) ? terms.symbol().base() : terms.symbol().quote();
    }

    private static boolean spendsBase(Terms terms) {
        return terms.side() == Side.SELL && !terms.symbol().isPerpetual();
    }

    /** What an order of that size takes; one that only takes a perpetual's position off needs no margin. */
    public BigDecimal of(Terms terms, Qty qty, Px px) {
        return spendsBase(terms)
                ? qty.value()
                : qty.value().multiply(px.value()).multiply(share(terms));
    }

    private BigDecimal share(Terms terms) {
        var freed = terms.reduceOnly() && terms.symbol().isPerpetual();
        return (freed ? BigDecimal.ZERO : margin).add(takerFee.max(BigDecimal.ZERO));
    }

    /** The most that so much pays for. */
    public Qty affordable(Terms terms, BigDecimal money, Px px) {
        if (money.signum() <= 0) {
            return Qty.ZERO;
        }
        if (spendsBase(terms)) {
            return new Qty(money);
        }
        var each = px.value().multiply(share(terms));
        return each.signum() == 0
                ? terms.orderQty()
                : new Qty(
                        money.divide(each, new MathContext(MathContext.DECIMAL64.getPrecision(), RoundingMode.FLOOR)));
    }
}
