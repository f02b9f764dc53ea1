/** The prints of a simulated market, and the candles they make. */
@NullMarked
package sluice.sim.front.tape;

import org.jspecify.annotations.NullMarked;
