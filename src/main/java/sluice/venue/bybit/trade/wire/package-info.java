/** Order entry as Bybit's protocol writes it: signed requests over REST and on the private socket. Pure. */
@NullMarked
package sluice.venue.bybit.trade.wire;

import org.jspecify.annotations.NullMarked;
