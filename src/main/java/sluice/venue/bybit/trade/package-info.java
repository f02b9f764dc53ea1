/** Order entry on Bybit, spot and linear, as one session without I/O. */
@NullMarked
package sluice.venue.bybit.trade;

import org.jspecify.annotations.NullMarked;
