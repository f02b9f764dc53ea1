package sluice.risk;

import java.math.BigDecimal;
import java.util.OptionalInt;
import java.util.Set;
import sluice.market.Instrument;
import sluice.order.Tif;

/**
 * What a venue lets us do with an instrument. Immutable.
 *
 * @param maxOpenOrders the venue's own bound on open orders of the symbol; empty where it has none
 * @param takerFee as a fraction of notional
 */
public record Listing(
        Instrument instrument,
        Set<Tif.Kind> tifs,
        boolean postOnly,
        boolean reduceOnly,
        OptionalInt maxOpenOrders,
        BigDecimal takerFee) {

    public Listing {
        tifs = Set.copyOf(tifs);
    }
}
