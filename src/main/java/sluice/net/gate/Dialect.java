package sluice.net.gate;

import java.time.Instant;
import sluice.net.HttpOutcome;
import sluice.net.text.Fields;

/**
 * What of a venue's REST is its own: how a reply is read, what it says of limits and clock, and where time is asked.
 *
 * <p>A failure may come with any status, 200 included. Pure.
 */
public interface Dialect {

    /** Reads a reply to what was asked: what it amounts to, and what it says besides. */
    Heard hear(Ask ask, HttpOutcome.Reply reply);

    /** Asks for the venue's time. */
    Ask askTime();

    /** The time in the answer to that. */
    Instant time(Fields body);

    /** A reply, as read. */
    record Heard(Answer answer, Notice notice) {}
}
