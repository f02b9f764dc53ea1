package sluice.sim;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * One venue of a world, as data. Immutable.
 *
 * @param basisBps how far its mid strays from the efficient price, one standard deviation
 * @param depth its depth against the usual
 * @param latency how long it takes to answer a request
 * @param grants what an account starts with
 */
public record VenueSpec(
        String name,
        List<Listing> listings,
        Fees fees,
        double basisBps,
        double depth,
        Duration latency,
        Map<String, BigDecimal> grants) {

    public VenueSpec {
        listings = List.copyOf(listings);
        grants = Map.copyOf(grants);
    }
}
