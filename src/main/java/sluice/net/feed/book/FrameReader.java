package sluice.net.feed.book;

/**
 * Reads the frames of one connection; each connection has its own, since a venue may number what a connection carries.
 * Confined to its session.
 */
public interface FrameReader {

    /** What a frame is. */
    enum Frame {
        /** About books: {@link #update} is the first of what it says. */
        DEPTH,
        /** About something else, to be read as {@code MarketNews}. */
        OTHER,
        /** Something that this connection should have carried before it is missing: no book on it can be trusted. */
        GAP,
        /** This connection carried it before. */
        OLD
    }

    /** Reads a frame to its end; throws {@code MalformedFrameException} for one that is not what the page says. */
    Frame read(String frame);

    /** The update read last. After a malformed frame its book says whose it was, as far as is known. */
    DepthUpdate update();

    /** Goes on to the frame's next update; false when there is none. */
    boolean next();
}
