/** Coinbase market data: what of it is its own, for the session that keeps books and prints, and its replay. */
@NullMarked
package sluice.venue.coinbase.market;

import org.jspecify.annotations.NullMarked;
