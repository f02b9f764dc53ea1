package sluice.net;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The way out of the process: HTTP calls and WebSocket links. Never retries, never follows redirects, never throws for
 * what the network does.
 */
public interface Transport extends AutoCloseable {

    /** Starts the call and returns at once; the outcome comes exactly once, from a thread of the transport. */
    void call(HttpCall call, Consumer<HttpOutcome> outcome);

    /**
     * Has the work done soon, wherever that is quickest, and makes the call it gives ready; not a byte of that leaves
     * before its departure is released.
     */
    default void prepare(Supplier<Optional<HeldCall>> work) {
        work.get()
                .ifPresent(held -> held.departure().then(mayLeave -> {
                    if (mayLeave) {
                        call(held.call(), held.outcome());
                    } else {
                        held.calledOff();
                    }
                }));
    }

    /** Starts to open a WebSocket and returns at once; the listener hears the rest, one call at a time. */
    Link open(String url, LinkListener listener);

    @Override
    void close();
}
