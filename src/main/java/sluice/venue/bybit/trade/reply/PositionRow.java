package sluice.venue.bybit.trade.reply;

import sluice.venue.VenuePosition;

/**
 * One row of the position list. Immutable.
 *
 * @param hedged whether it is one of the two that a symbol in hedge mode has
 * @param sequence which row is newer; -1 where the venue does not say
 */
public record PositionRow(VenuePosition position, boolean hedged, long sequence) {}
