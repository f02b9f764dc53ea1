/** The way out to Binance's REST: what may leave and when, the venue's clock, and what a reply amounts to. Pure. */
@NullMarked
package sluice.venue.binance.trade.gate;

import org.jspecify.annotations.NullMarked;
