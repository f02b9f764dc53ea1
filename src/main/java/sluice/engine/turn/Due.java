package sluice.engine.turn;

import sluice.market.VenueId;
import sluice.order.ChildId;
import sluice.order.ParentId;

/** Something to do at a later time. */
public sealed interface Due {

    /** Ask the venue about an order whose fate is unclear. */
    record ProbeDue(ChildId childId) implements Due {}

    /** Ask again for the cancel of an order whose parent is to be cancelled. */
    record CancelDue(ChildId childId) implements Due {}

    /** Plan what is left of a marketable parent again. */
    record ReplanDue(ParentId parentId) implements Due {}

    /** Give up on a mass status. */
    record MassStatusDue(long requestId) implements Due {}

    /** Recover a venue again after an attempt that failed. */
    record RecoverDue(VenueId venue) implements Due {}

    /** Compare the journal with everything a venue says, without stopping trade there. */
    record CompareDue(VenueId venue) implements Due {}

    /** Look after what rests at a venue. */
    record PatrolDue(VenueId venue) implements Due {}

    /** Look whether the venue's dead-man switch stands as it should. */
    record DeadManDue(VenueId venue) implements Due {}

    /** Ask after one order that rests. */
    record LookDue(ChildId childId) implements Due {}

    /** Look whether kill has reached everything. */
    record KillDue() implements Due {}

    /** Hold the loss of the day against its limits. */
    record LossDue() implements Due {}

    /** Try again to append what could not be. */
    record AppendDue() implements Due {}

    /** Take the next sample of the markets for their regimes. */
    record SampleDue() implements Due {}
}
