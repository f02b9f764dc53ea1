package sluice.venue;

/** Where a feed stands; only a LIVE one may be relied on. */
public enum FeedState {
    CONNECTING,
    SNAPSHOTTING,
    LIVE,
    STALE,
    GAPPED,
    BACKING_OFF,
    BANNED,
    CLOSED
}
