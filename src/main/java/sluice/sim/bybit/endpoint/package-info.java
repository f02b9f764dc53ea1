/** What can be asked of a simulated Bybit, and how its answers are spelled. */
@NullMarked
package sluice.sim.bybit.endpoint;

import org.jspecify.annotations.NullMarked;
