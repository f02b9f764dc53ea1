package sluice.sim.server;

import java.util.Optional;
import sluice.sim.Exchange;
import sluice.sim.front.Faults;
import sluice.sim.front.FrontEnd;
import sluice.sim.front.RequestLog;

/** One venue as it is served: its exchange, the wire in front of it, its faults, and what it was asked. */
record Counter(Exchange exchange, FrontEnd front, Faults faults, RequestLog log, SimVenue venue) {

    /** The account the desk trades on. */
    static final String DESK = "desk";

    boolean isBusy() {
        return exchange.accounts().stream()
                .anyMatch(account ->
                        !exchange.openOrders(account, Optional.empty()).isEmpty());
    }
}
