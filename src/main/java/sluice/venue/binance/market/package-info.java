/** Binance spot market data: books and prints kept from its public streams, by a session without I/O. */
@NullMarked
package sluice.venue.binance.market;

import org.jspecify.annotations.NullMarked;
