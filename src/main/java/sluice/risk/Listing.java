package sluice.risk;

import java.util.OptionalInt;
import java.util.Set;
import sluice.market.Instrument;
import sluice.order.Tif;
import sluice.risk.exposure.Outlay;

/**
 * What a venue lets us do with an instrument. Immutable.
 *
 * @param maxOpenOrders the venue's own bound on open orders of the symbol; empty where it has none
 * @param outlay what an order takes from the balance there
 */
public record Listing(
        Instrument instrument,
        Set<Tif.Kind> tifs,
        boolean postOnly,
        boolean reduceOnly,
        OptionalInt maxOpenOrders,
        Outlay outlay) {

    public Listing {
        tifs = Set.copyOf(tifs);
    }
}
