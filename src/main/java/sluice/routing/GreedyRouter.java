package sluice.routing;

/** Merges the venues' ladders by price with fee and takes the cheapest units first. */
public final class GreedyRouter implements Router {

    @Override
    public RoutePlan route(RouteRequest request) {
        throw new UnsupportedOperationException("not routed yet");
    }
}
