package sluice.order.parent;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import sluice.market.Px;
import sluice.market.VenueId;

/**
 * How a parent is to be worked, beside its terms. Immutable.
 *
 * @param on the venues it may go to; empty lets the router choose
 * @param collarBps how far beyond the mid it may trade, in basis points; empty takes the configured collar
 * @param decisionPx the price the operator decided on; empty takes the mid at the command
 * @param algo the algorithm with its parameters; empty sends at once
 */
public record Instructions(
        List<VenueId> on,
        Optional<BigDecimal> collarBps,
        Optional<Px> decisionPx,
        Optional<String> tag,
        Optional<String> algo) {

    public static final Instructions NONE =
            new Instructions(List.of(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public Instructions {
        on = List.copyOf(on);
    }
}
