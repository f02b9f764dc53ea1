package sluice.routing;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import sluice.market.Instrument;
import sluice.market.Qty;
import sluice.market.VenueId;
import sluice.market.book.Ladder;
import sluice.order.Tif;

/**
 * A venue that an order might go to. Immutable.
 *
 * @param ladder empty while the venue has no book
 * @param cap the most that may go there: balance, position room, the order's own bounds
 * @param expected costs beside price and fee that are expected there for every unit, such as retries, drift or risk
 * @param gates why nothing may go there at all; empty lets it in
 */
public record Candidate(
        Instrument instrument,
        Optional<Ladder> ladder,
        Fees fees,
        Set<Tif.Kind> tifs,
        Qty cap,
        List<CostTerm> expected,
        List<String> gates) {

    /** Our rates there as fractions of notional; negative is a rebate. */
    public record Fees(BigDecimal maker, BigDecimal taker) {}

    public Candidate {
        tifs = Set.copyOf(tifs);
        expected = List.copyOf(expected);
        gates = List.copyOf(gates);
    }

    public VenueId venue() {
        return instrument.venue();
    }
}
