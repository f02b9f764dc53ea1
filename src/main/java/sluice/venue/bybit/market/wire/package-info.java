/** Bybit's public messages as text and bytes: books, prints, tickers, instruments, subscriptions. Pure. */
@NullMarked
package sluice.venue.bybit.market.wire;

import org.jspecify.annotations.NullMarked;
