package sluice.engine.view;

import sluice.market.Stamp;
import sluice.venue.FeedState;

/** Where a feed stands, since when and why. Immutable. */
public record FeedView(FeedState state, String reason, Stamp since) {}
