package sluice.market.consolidated;

import sluice.market.Place;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.VenueId;

/** A level of the consolidated book, and where it stands. Immutable. */
public record VenueLevel(Px px, Qty qty, Place place) {

    public VenueId venue() {
        return place.venue();
    }
}
