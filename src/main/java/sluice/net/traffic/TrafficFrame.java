package sluice.net.traffic;

/**
 * One frame or reply as it crossed the wire. Immutable.
 *
 * @param ts nanoseconds since the epoch, on our clock
 * @param conn which connection, as the recording names it
 * @param data the exact text; of a call, the body of the reply
 */
public record TrafficFrame(long ts, Direction dir, String conn, String url, String data) {

    public enum Direction {
        RECV,
        SEND,
        HTTP,
        CONNECT
    }
}
