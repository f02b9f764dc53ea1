package sluice.net;

import sluice.venue.BadFrame;

/** What a WebSocket does, one call at a time, from a thread of the transport. */
public interface LinkListener {

    void opened();

    void received(String text);

    /**
     * A ping frame came, and was answered. It proves that the peer lives.
     *
     * <p>Not every transport can tell. OkHttp answers pings and says nothing, so {@link OkHttpTransport} never calls
     * this; it sends pings of its own instead and closes a link whose peer leaves one unanswered. There, a link that is
     * not closed has lived within the last two intervals.
     */
    void pinged();

    /** A frame came that is not handed on, for which the transport closes the link next. */
    default void unread(BadFrame kind) {}

    /** The end, once: by either side, by a timeout or by a cut. Nothing follows. */
    void closed(String reason);
}
