/** What Bybit's answers and pushes look like as JSON. Pure. */
@NullMarked
package sluice.sim.bybit.json;

import org.jspecify.annotations.NullMarked;
