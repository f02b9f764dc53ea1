package sluice.quality;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import sluice.market.Money;
import sluice.market.Px;
import sluice.market.Qty;

/**
 * What fills came to. Immutable.
 *
 * @param fees in quote, as far as they can be valued in it
 * @param unvalued fees in assets that the journal knows no rate for
 * @param decisionBps slippage against the decision's mid; positive is cost, empty where there is no fill or no mid
 * @param arrivalBps the same against the arrival's
 */
public record Costs(
        Qty cumQty,
        Optional<Px> avgPx,
        BigDecimal fees,
        List<Money> unvalued,
        Optional<BigDecimal> decisionBps,
        Optional<BigDecimal> arrivalBps) {

    public Costs {
        unvalued = List.copyOf(unvalued);
    }

    static Costs of(int sign, List<Priced> fills, List<Money> unvalued, Mids mids) {
        var qty = BigDecimal.ZERO;
        var quote = BigDecimal.ZERO;
        var fees = BigDecimal.ZERO;
        for (var fill : fills) {
            qty = qty.add(fill.qty().value());
            quote = quote.add(fill.px().value().multiply(fill.qty().value()));
            fees = fees.add(fill.fee());
        }
        var avgPx = qty.signum() == 0
                ? Optional.<Px>empty()
                : Optional.of(new Px(quote.divide(qty, MathContext.DECIMAL64)));
        return new Costs(
                new Qty(qty),
                avgPx,
                fees,
                unvalued,
                slippage(sign, qty, quote, mids.decision()),
                slippage(sign, qty, quote, mids.arrival()));
    }

    private static Optional<BigDecimal> slippage(int sign, BigDecimal qty, BigDecimal quote, Optional<Px> mid) {
        if (qty.signum() <= 0) {
            return Optional.empty();
        }
        return mid.map(px -> px.value().multiply(qty))
                .map(worth -> Shortfall.bps(quote.subtract(worth).multiply(BigDecimal.valueOf(sign)), worth));
    }
}
