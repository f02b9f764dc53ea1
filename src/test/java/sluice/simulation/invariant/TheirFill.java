package sluice.simulation.invariant;

import sluice.order.ChildId;
import sluice.sim.SimFill;

/** A fill as its venue made it: whose it is here, and what the venue's wire calls it. Immutable. */
public record TheirFill(ChildId child, String execId, SimFill fill) {}
