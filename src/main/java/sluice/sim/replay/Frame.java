package sluice.sim.replay;

/**
 * One recorded frame or reply. Immutable.
 *
 * @param ts nanoseconds since the epoch, when it came
 * @param url empty where only the connection's opening named it
 */
public record Frame(long ts, Kind kind, String conn, String url, String data) {

    /** What it was. */
    public enum Kind {
        RECEIVED,
        REPLY,
        OPENED,
        SENT
    }
}
