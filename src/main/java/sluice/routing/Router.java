package sluice.routing;

/** Splits an order over venues. A pure function: the same request gives the same plan. */
public interface Router {

    RoutePlan route(RouteRequest request);
}
