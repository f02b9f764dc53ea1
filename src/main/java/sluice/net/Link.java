package sluice.net;

/** One WebSocket. Safe for any thread. */
public interface Link {

    /** Queues a text frame; false when the link is closed or its queue is full. */
    boolean send(String text);

    /** Closes it; the listener still hears {@link LinkListener#closed}. */
    void close();
}
