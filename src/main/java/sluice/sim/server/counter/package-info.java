/** Venues as they are served: each exchange with its protocol's wire before it, its faults, and the keys to it. */
@NullMarked
package sluice.sim.server.counter;

import org.jspecify.annotations.NullMarked;
