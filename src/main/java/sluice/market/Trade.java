package sluice.market;

import java.time.Instant;

/** A public print: somebody's execution at a venue. {@code aggressor} is the side that took. Immutable. */
public record Trade(VenueId venue, Symbol symbol, Side aggressor, Px px, Qty qty, Instant at) {}
