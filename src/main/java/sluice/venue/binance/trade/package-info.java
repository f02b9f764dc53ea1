/** Order entry on Binance spot as one session without I/O: requests out, replies and the private stream in. */
@NullMarked
package sluice.venue.binance.trade;

import org.jspecify.annotations.NullMarked;
