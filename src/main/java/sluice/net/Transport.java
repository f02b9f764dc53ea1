package sluice.net;

import java.util.function.Consumer;

/**
 * The way out of the process: HTTP calls and WebSocket links. Never retries, never follows redirects, never throws for
 * what the network does.
 */
public interface Transport extends AutoCloseable {

    /** Starts the call and returns at once; the outcome comes exactly once, from a thread of the transport. */
    void call(HttpCall call, Consumer<HttpOutcome> outcome);

    /** Starts to open a WebSocket and returns at once; the listener hears the rest, one call at a time. */
    Link open(String url, LinkListener listener);

    @Override
    void close();
}
