package sluice.venue.paper;

import java.math.BigDecimal;
import sluice.market.Money;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Side;
import sluice.market.Symbol;
import sluice.order.Liquidity;
import sluice.venue.FeeSchedule;

/**
 * What a venue's published schedule takes, as fractions of notional. Immutable.
 *
 * @param inQuote whether a spot fee is always quote money; else it is taken from what is received
 */
public record PaperFees(Rates spot, Rates perpetual, boolean inQuote) {

    /** Fractions: 0.001 is 10 bps. */
    public record Rates(BigDecimal maker, BigDecimal taker) {

        public static Rates of(String maker, String taker) {
            return new Rates(new BigDecimal(maker), new BigDecimal(taker));
        }
    }

    FeeSchedule schedule(Symbol symbol) {
        var rates = rates(symbol);
        return new FeeSchedule(symbol, rates.maker(), rates.taker());
    }

    private Rates rates(Symbol symbol) {
        return symbol.isPerpetual() ? perpetual : spot;
    }

    Money fee(Symbol symbol, Side side, Qty qty, Px px, Liquidity liquidity) {
        var rate = liquidity == Liquidity.MAKER
                ? rates(symbol).maker()
                : rates(symbol).taker();
        var fromBase = !inQuote && !symbol.isPerpetual() && side == Side.BUY;
        var taken = fromBase ? qty.value() : qty.value().multiply(px.value());
        return new Money(taken.multiply(rate), fromBase ? symbol.base() : symbol.quote());
    }

    BigDecimal taker(Symbol symbol) {
        return rates(symbol).taker();
    }

    /** What a buyer needs beyond the price, as a fraction of it. */
    BigDecimal onTop(Symbol symbol) {
        return inQuote || symbol.isPerpetual() ? rates(symbol).taker().max(BigDecimal.ZERO) : BigDecimal.ZERO;
    }
}
