package sluice.market.consolidated;

import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.VenueId;

/** A level of the consolidated book, and the venue where it stands. Immutable. */
public record VenueLevel(Px px, Qty qty, VenueId venue) {}
