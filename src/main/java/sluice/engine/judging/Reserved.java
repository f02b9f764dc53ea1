package sluice.engine.judging;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import sluice.market.Place;
import sluice.market.Px;
import sluice.order.Terms;
import sluice.risk.Listing;
import sluice.risk.exposure.Exposure;
import sluice.risk.exposure.Funds;
import sluice.risk.exposure.Outlay;

/**
 * What earlier legs of the same wave take, so that all of them together keep the limits. Confined to the desk thread.
 */
final class Reserved {

    private final List<Leg> legs = new ArrayList<>();

    private record Leg(Place place, Terms terms, String asset, BigDecimal need) {}

    void add(Place place, Terms terms, Listing listing) {
        var px = terms.px().orElse(new Px(BigDecimal.ZERO));
        legs.add(new Leg(place, terms, Outlay.asset(terms), listing.outlay().of(terms, terms.orderQty(), px)));
    }

    /** The exposure of an order to that place, were they all there already. */
    Exposure in(Exposure exposure, Place place, Terms terms) {
        if (legs.isEmpty()) {
            return exposure;
        }
        var positions = exposure.positions();
        var working = exposure.working();
        var reserved = exposure.funds().reserved();
        for (var leg : legs) {
            var isHere = leg.place.venue().equals(place.venue());
            if (leg.place.symbol().equals(place.symbol())) {
                positions = positions.withOpen(leg.terms.side(), leg.terms.orderQty(), isHere);
            }
            working = working.plus(isHere, leg.place.equals(place));
            if (isHere && leg.asset.equals(Outlay.asset(terms))) {
                reserved = reserved.add(leg.need);
            }
        }
        return exposure.holding(positions, working, new Funds(exposure.funds().free(), reserved));
    }
}
