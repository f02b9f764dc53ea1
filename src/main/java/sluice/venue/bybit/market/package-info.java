/** Bybit's market data, spot and linear: two public sockets as one dialect of the market session. Pure. */
@NullMarked
package sluice.venue.bybit.market;

import org.jspecify.annotations.NullMarked;
