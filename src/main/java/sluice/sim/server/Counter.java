package sluice.sim.server;

import sluice.sim.Exchange;
import sluice.sim.front.Faults;
import sluice.sim.front.FrontEnd;
import sluice.sim.front.RequestLog;

/** One venue as it is served: its exchange, the wire in front of it, its faults, and what it was asked. */
record Counter(Exchange exchange, FrontEnd front, Faults faults, RequestLog log, SimKeys keys) {

    /** The account the desk trades on. */
    static final String DESK = "desk";

    String venue() {
        return exchange.venue();
    }
}
