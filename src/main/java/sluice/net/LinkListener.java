package sluice.net;

/** What a WebSocket does, one call at a time, from a thread of the transport. */
public interface LinkListener {

    void opened();

    void received(String text);

    /** A ping frame came, and was answered. It proves that the peer lives. */
    void pinged();

    /** The end, once: by either side, by a timeout or by a cut. Nothing follows. */
    void closed(String reason);
}
