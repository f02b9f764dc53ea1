package sluice.engine.judging;

import sluice.market.Place;
import sluice.risk.exposure.Exposure;
import sluice.routing.Candidate;

/**
 * A place an order might go to, for the router and for risk alike. Immutable.
 *
 * @param isReady whether the venue could be asked at all; only then do risk's own words count
 */
record Prospect(Place place, Exposure exposure, Candidate candidate, boolean isReady) {

    Prospect with(Candidate other) {
        return new Prospect(place, exposure, other, isReady);
    }

    boolean isOpen() {
        return candidate.gates().isEmpty();
    }
}
