package sluice.sim.front;

import java.time.Duration;

/** What the carrier does about a WebSocket, in the order given for each connection. */
public sealed interface Push {

    long conn();

    /** A text frame, sent when the delay is over; later frames do not wait for it. */
    record Text(long conn, String text, Duration delay) implements Push {

        public static Text now(long conn, String text) {
            return new Text(conn, text, Duration.ZERO);
        }
    }

    /** A ping frame; the carrier reports the pong. */
    record Ping(long conn, String payload) implements Push {}

    /** An orderly close. */
    record Close(long conn, int code, String reason) implements Push {}

    /** The connection breaks without a close frame. */
    record Cut(long conn) implements Push {}
}
