/** Binance spot's wire in front of a simulated exchange, as a machine without sockets. */
@NullMarked
package sluice.sim.binance;

import org.jspecify.annotations.NullMarked;
