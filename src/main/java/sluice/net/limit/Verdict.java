package sluice.net.limit;

/** Whether a request may leave now. */
public sealed interface Verdict {

    /** It may, and is counted. */
    record Go() implements Verdict {}

    /** Not before this monotonic time. Ask again then. */
    record WaitUntil(long nanos, String reason) implements Verdict {}

    /** Not by waiting. */
    record Refused(String reason) implements Verdict {}
}
