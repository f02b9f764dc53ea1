/** Order entry on Coinbase as one session without I/O: requests out, replies and the user channel in. */
@NullMarked
package sluice.venue.coinbase.trade;

import org.jspecify.annotations.NullMarked;
