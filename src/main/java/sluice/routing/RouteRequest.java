package sluice.routing;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import sluice.market.Px;
import sluice.order.Terms;

/**
 * What is to be routed, and what it may be routed to. Immutable.
 *
 * @param terms without a price a market order
 * @param limit the worst price to trade at: the order's own or the collar's, whichever is nearer to the mid
 * @param mid what costs are measured against; without one the limit is
 * @param depthShare how much of the quantity must stand inside the limit, or the plan is thin
 */
public record RouteRequest(Terms terms, Px limit, Optional<Px> mid, List<Candidate> candidates, BigDecimal depthShare) {

    private static final BigDecimal DEPTH_SHARE = new BigDecimal("0.8");

    public RouteRequest {
        candidates = List.copyOf(candidates);
    }

    public static RouteRequest of(Terms terms, Px limit, Optional<Px> mid, List<Candidate> candidates) {
        return new RouteRequest(terms, limit, mid, candidates, DEPTH_SHARE);
    }

    Px benchmark() {
        return mid.orElse(limit);
    }
}
