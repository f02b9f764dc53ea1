package sluice.routing;

/**
 * Takes the cheapest units first, fees counted, from all venues at once.
 *
 * <ol>
 *   <li>Nothing is bought or sold beyond the limit, a venue's cap or its lot.
 *   <li>Where ladders get dearer with depth, lots are common and no minimum bites, no other split is cheaper, and the
 *       plan says so.
 *   <li>A share that is too small for its venue is given up, and the rest is split again without it.
 *   <li>What can rest goes to one venue; what cannot is left over, with the reason.
 *   <li>Of equal splits the one with fewer venues is taken.
 * </ol>
 */
public final class GreedyRouter implements Router {

    @Override
    public RoutePlan route(RouteRequest request) {
        return new Routing(request).plan();
    }
}
