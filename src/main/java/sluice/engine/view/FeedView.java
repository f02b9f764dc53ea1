package sluice.engine.view;

import sluice.market.Stamp;
import sluice.venue.FeedReason;
import sluice.venue.FeedState;

/** Where a feed stands, since when and why. Immutable. */
public record FeedView(FeedState state, FeedReason reason, String text, Stamp since) {}
