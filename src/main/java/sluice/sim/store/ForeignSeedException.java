package sluice.sim.store;

import sluice.market.DeskException;

/** A world was to be opened with another seed than it was begun with. */
public final class ForeignSeedException extends DeskException {

    private static final long serialVersionUID = 1;

    public ForeignSeedException(long kept, long asked) {
        super("The simulated exchange was begun with seed " + kept + " and cannot go on with seed " + asked
                + ". Use --seed " + kept + ", or start a new exchange with `sluice sim reset`.");
    }
}
