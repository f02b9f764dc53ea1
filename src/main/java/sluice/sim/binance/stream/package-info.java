/** What a simulated Binance spot venue pushes: market streams and the reports of the user data stream. */
@NullMarked
package sluice.sim.binance.stream;

import org.jspecify.annotations.NullMarked;
