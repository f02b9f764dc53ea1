/** Where a simulated world keeps accounts, orders and fills: in memory, or in a file that survives the process. */
@NullMarked
package sluice.sim.store;

import org.jspecify.annotations.NullMarked;
