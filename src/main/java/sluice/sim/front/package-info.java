/**
 * What every simulated venue's wire has in common: the carrier-neutral front end, faults on demand and the log of
 * requests. No sockets and no clock of its own, so that the same code runs behind a server and under a virtual clock.
 */
@NullMarked
package sluice.sim.front;

import org.jspecify.annotations.NullMarked;
