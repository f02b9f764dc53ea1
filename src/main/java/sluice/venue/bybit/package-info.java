/** Bybit, spot and linear perpetuals: a market session and a trade session over one transport. */
@NullMarked
package sluice.venue.bybit;

import org.jspecify.annotations.NullMarked;
