package sluice.engine.view;

import sluice.market.Stamp;
import sluice.market.VenueId;
import sluice.order.ParentId;

/**
 * Something journal and venue do not agree on, numbered by the event that told it first. Immutable.
 *
 * @param key what differs, the same each time it is seen
 * @param row the case of the reconciliation matrix
 * @param parentId the order it is about, or number 0
 */
public record DifferenceView(long id, VenueId venue, String key, int row, String text, ParentId parentId, Stamp since) {

    private static final int SOMEBODY_ELSES = 20;

    /** Whether something is wrong; another's order on the account is only counted. */
    public boolean isBreak() {
        return row != SOMEBODY_ELSES;
    }

    /** What an operator calls it. */
    public String name() {
        return "D-" + id;
    }
}
