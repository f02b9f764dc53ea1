/** How Bybit names what it trades: a symbol means something only within its category. Pure. */
@NullMarked
package sluice.venue.bybit.names;

import org.jspecify.annotations.NullMarked;
