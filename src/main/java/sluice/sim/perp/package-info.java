/** Perpetual contracts at a simulated venue: their terms, who holds what, what it is worth, and the funding of it. */
@NullMarked
package sluice.sim.perp;

import org.jspecify.annotations.NullMarked;
