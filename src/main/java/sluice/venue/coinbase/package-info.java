/** Coinbase Advanced Trade, spot: a market session and a trade session over one transport. */
@NullMarked
package sluice.venue.coinbase;

import org.jspecify.annotations.NullMarked;
