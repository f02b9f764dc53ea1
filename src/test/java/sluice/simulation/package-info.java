/**
 * The desk, the Binance adapter and the simulated exchange under one seeded clock and one queue of events, with
 * everything going wrong that a seed can think of.
 */
@NullMarked
package sluice.simulation;

import org.jspecify.annotations.NullMarked;
