package sluice.risk;

import java.math.BigDecimal;
import java.util.Optional;
import sluice.market.Instrument;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Regime;
import sluice.market.Side;
import sluice.order.Terms;
import sluice.order.Tif;
import sluice.risk.exposure.Exposure;
import sluice.risk.limits.Limits;

/**
 * An intent beside everything it is judged by, priced. Immutable.
 *
 * @param priced the terms as they would be sent; without a price where there is nothing to price them by
 * @param collarBps the collar that applies
 * @param mayAlways whether it can only take risk away, so that limits do not apply
 */
record Subject(Intent intent, Exposure exposure, Limits limits, Terms priced, BigDecimal collarBps, boolean mayAlways) {

    static Subject of(Intent intent, Exposure exposure, Limits limits) {
        var bps = collarBps(intent.collarBps(), exposure.market(), limits);
        var terms = intent.terms();
        var reduces = terms.reduceOnly()
                && intent.addedQty().compareTo(exposure.positions().reducible(terms.side())) <= 0;
        var priced = priced(intent, exposure.market(), bps);
        return new Subject(intent, exposure, limits, priced, bps, reduces || intent.onlyShrinks());
    }

    static BigDecimal collarBps(Optional<BigDecimal> own, Exposure.Market market, Limits limits) {
        var collar = limits.collar();
        return own.orElse(market.regime() == Regime.STRESSED ? collar.stressedBps() : collar.bps());
    }

    private static Terms priced(Intent intent, Exposure.Market market, BigDecimal bps) {
        var terms = intent.terms();
        if (terms.px().isPresent() || market.mid().isEmpty()) {
            return terms;
        }
        var tick = intent.listing().instrument().grid().tick();
        var px = market.mid().get().worsened(terms.side(), bps).onGrid(tick, terms.side());
        return terms.withPx(px).withTif(terms.tif().kind() == Tif.Kind.FOK ? Tif.FOK : Tif.IOC);
    }

    Instrument instrument() {
        return intent.listing().instrument();
    }

    String place() {
        return instrument().symbol() + " at " + instrument().venue();
    }

    Side side() {
        return priced.side();
    }

    Qty orderQty() {
        return priced.orderQty();
    }

    Optional<Px> px() {
        return priced.px();
    }

    Optional<Px> mid() {
        return exposure.market().mid();
    }

    /** The higher of price and mid, at which the order is valued. */
    Optional<Px> dearest() {
        return mid().map(mid -> px().filter(own -> own.compareTo(mid) > 0).orElse(mid))
                .or(this::px);
    }

    /** What a quantity counts for in limits at a price; empty while the quote asset cannot be valued. */
    Optional<BigDecimal> worth(Qty qty, Px at) {
        var inQuote = qty.value().multiply(at.value());
        return exposure.market().usdPerQuote().map(inQuote::multiply);
    }
}
