package sluice.sim.bybit.stream;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** One WebSocket: what it listens to, and how it answers. */
public interface BybitSocket {

    /** Does what a frame asks and says so. */
    ObjectNode answer(SocketFrame frame);

    /** Whether it must be closed after the last answer. */
    default boolean isOver() {
        return false;
    }

    /** Sends what a new subscription begins with, after its answer. */
    void begin();

    void closed();
}
