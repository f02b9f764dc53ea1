package sluice.venue.bybit.trade.reply;

import sluice.venue.VenuePosition;

/**
 * One row of the position list. Immutable.
 *
 * @param index 0 in one-way mode; in hedge mode 1 for what was bought and 2 for what was sold
 * @param sequence which row is newer; -1 where the venue does not say
 */
public record PositionRow(VenuePosition position, int index, long sequence) {

    /** Whether its symbol is in hedge mode, where it has two positions at a time. */
    public boolean isHedged() {
        return index != 0;
    }
}
