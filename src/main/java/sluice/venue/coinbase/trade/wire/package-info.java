/** Order entry on Coinbase as requests and frames: encoded and signed here, decided on elsewhere. Pure. */
@NullMarked
package sluice.venue.coinbase.trade.wire;

import org.jspecify.annotations.NullMarked;
