/** Order entry as Binance spot's protocol writes it: signed requests and the venue's names. Pure. */
@NullMarked
package sluice.venue.binance.trade.wire;

import org.jspecify.annotations.NullMarked;
