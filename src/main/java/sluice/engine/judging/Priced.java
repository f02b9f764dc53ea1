package sluice.engine.judging;

import java.util.Optional;
import sluice.market.Px;
import sluice.order.Terms;
import sluice.order.parent.Instructions;
import sluice.risk.Intent;
import sluice.risk.Listing;
import sluice.risk.exposure.Exposure;

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
}
