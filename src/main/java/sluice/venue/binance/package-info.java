/** Binance spot: a market session and a trade session over one transport. */
@NullMarked
package sluice.venue.binance;

import org.jspecify.annotations.NullMarked;
