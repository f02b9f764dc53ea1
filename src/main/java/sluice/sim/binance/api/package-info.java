/** The WebSocket API of a simulated Binance spot venue: requests, sessions and the user data stream's subscriptions. */
@NullMarked
package sluice.sim.binance.api;

import org.jspecify.annotations.NullMarked;
