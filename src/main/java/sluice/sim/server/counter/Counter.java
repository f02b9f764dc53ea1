package sluice.sim.server.counter;

import sluice.sim.Exchange;
import sluice.sim.front.Faults;
import sluice.sim.front.FrontEnd;
import sluice.sim.front.Naming;
import sluice.sim.front.RequestLog;

/**
 * One venue as it is served: its exchange, the wire in front of it, its faults, what it was asked, and the desk's key.
 */
public record Counter(Exchange exchange, FrontEnd front, Naming names, Faults faults, RequestLog log, SimKey key) {

    /** The account the desk trades on. */
    public static final String DESK = "desk";

    public String venue() {
        return exchange.venue();
    }
}
