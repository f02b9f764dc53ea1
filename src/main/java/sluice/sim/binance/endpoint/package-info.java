/** What can be asked of a simulated Binance spot venue, by REST or by its WebSocket API: one act behind both. */
@NullMarked
package sluice.sim.binance.endpoint;

import org.jspecify.annotations.NullMarked;
