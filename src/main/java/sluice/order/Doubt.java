package sluice.order;

import sluice.market.Stamp;

/** A request whose outcome nobody knows: which, what went wrong, since when. Immutable. */
public record Doubt(Request request, String cause, Stamp since) {}
