package sluice.engine.view;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import sluice.market.Stamp;
import sluice.market.VenueId;

/**
 * The desk at one moment. Immutable, so it may be read on any thread for as long as wanted.
 *
 * @param seq the last journaled event it shows
 * @param journalFault why nothing can be journaled; empty while all is well
 */
public record View(
        long seq,
        Stamp at,
        OrdersView orders,
        Map<VenueId, VenueView> venues,
        RiskView risk,
        AlertsView alerts,
        String journalFault) {

    public View {
        venues = Collections.unmodifiableMap(new TreeMap<>(venues));
    }
}
