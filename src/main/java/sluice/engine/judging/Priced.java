package sluice.engine.judging;

import java.util.Optional;
import sluice.market.Px;
import sluice.order.Terms;
import sluice.order.Tif;
import sluice.order.parent.Instructions;
import sluice.risk.Intent;
import sluice.risk.Listing;
import sluice.risk.exposure.Exposure;
import sluice.routing.RoutePlan;

/**
 * An order on its way to a decision, by one look at the market. Immutable.
 *
 * @param limit the worst price to trade at: its own or the collar's
 * @param behind the parent, once it has a number
 */
record Priced(
        Terms terms, Instructions instructions, Px limit, Exposure.Market market, Optional<Intent.Behind> behind) {

    /** The order as one place would get it. */
    Intent intent(Listing listing, Terms child) {
        return new Intent(listing, child, Optional.empty(), instructions.collarBps(), instructions.tag(), behind);
    }

    /** In another symbol of the group nothing rests: no conversion holds for long. */
    Terms child(RoutePlan.Leg leg) {
        var priced = terms.of(leg.symbol()).withOrderQty(leg.qty()).withPx(leg.limitPx());
        var takesOnly = terms.px().isEmpty() || !leg.symbol().equals(terms.symbol());
        return takesOnly && terms.tif().kind() != Tif.Kind.FOK ? priced.withTif(Tif.IOC) : priced;
    }
}
