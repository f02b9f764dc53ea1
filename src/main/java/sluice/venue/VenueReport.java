package sluice.venue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import sluice.order.ClOrdId;
import sluice.order.position.Balance;

/**
 * Everything a venue says about our account at about one moment. Immutable.
 *
 * @param orders all open ones, ours and others', and those looked up by id
 * @param unfound ids of ours that a successful answer did not know, or whose lookup failed
 * @param fills since the moment asked for; complete from there on
 * @param fundings since the same moment; none on a spot venue
 * @param positions of perpetuals, flat ones left out; none on a spot venue
 */
public record VenueReport(
        List<VenueOrder> orders,
        Map<ClOrdId, Lookup> unfound,
        List<VenueFill> fills,
        List<VenueFunding> fundings,
        List<Balance> balances,
        List<VenuePosition> positions,
        Instant since) {

    public VenueReport {
        orders = List.copyOf(orders);
        unfound = Map.copyOf(unfound);
        fills = List.copyOf(fills);
        fundings = List.copyOf(fundings);
        balances = List.copyOf(balances);
        positions = List.copyOf(positions);
    }

    /** Of an account that no funding was settled with. */
    public VenueReport(
            List<VenueOrder> orders,
            Map<ClOrdId, Lookup> unfound,
            List<VenueFill> fills,
            List<Balance> balances,
            List<VenuePosition> positions,
            Instant since) {
        this(orders, unfound, fills, List.of(), balances, positions, since);
    }
}
