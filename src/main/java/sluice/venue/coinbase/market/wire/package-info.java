/** Coinbase market data as bytes and text: decoded here, decided on elsewhere. Pure. */
@NullMarked
package sluice.venue.coinbase.market.wire;

import org.jspecify.annotations.NullMarked;
