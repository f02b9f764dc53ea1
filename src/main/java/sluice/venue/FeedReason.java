package sluice.venue;

/** Why a feed changed its state, for counting and for alerts; the words beside it say more. */
public enum FeedReason {
    /** It begins, for the first time in this process. */
    STARTED,
    /** All that it needs is there. */
    READY,
    /** The venue does not list the symbol. */
    NOT_LISTED,
    /** What the venue lists could not be read. */
    LISTING_FAILED,
    /** The connection ended, by the other side or on the way. */
    LINK_CLOSED,
    /** A connection did not open, or was not answered, in time. */
    NO_ANSWER,
    /** Nothing was heard for too long, no heartbeat either. */
    SILENT,
    /** The feed itself is quiet while others show that it should not be: prints go on, and the book stands still. */
    FROZEN,
    /** Something between the last message and this one is missing. */
    SEQUENCE_GAP,
    /** The best bid is not below the best ask. */
    CROSSED,
    /** The book is not what the venue's checksum says. */
    CHECKSUM,
    /** A message could not be read, so that nobody knows what it said. */
    UNREADABLE,
    /** A snapshot could not be had. */
    SNAPSHOT_FAILED,
    /** The venue turned a subscription down. */
    REFUSED,
    /** The venue sends less than what was subscribed to. */
    SUBSCRIPTION_LOST,
    /** An order that was acknowledged was not reported. */
    UNREPORTED,
    /** The venue announced the connection's end. */
    VENUE_ENDING,
    /** The connection is about to reach the venue's longest life. */
    OLD_AGE,
    /** The wall clock was set. */
    CLOCK_STEP,
    /** Nothing ran for a while, as when the machine sleeps. */
    SUSPENDED,
    /** The venue asked for a pause, or our own count of its limits did. */
    RATE_LIMITED,
    /** The venue will not hear of us for a while. */
    BANNED,
    /** The adapter failed. */
    BUG
}
