package sluice.net.gate;

import sluice.net.HttpOutcome;
import sluice.net.text.Fields;

/**
 * What of a venue's REST is its own: how a reply is read, and what it says of limits and clock.
 *
 * <p>A failure may come with any status, 200 included. Pure.
 */
public interface Dialect {

    /** Reads a reply to what was asked: what it amounts to, and what it says besides. */
    Heard hear(Ask ask, HttpOutcome.Reply reply);

    /** Whether a good reply says of an order that it stands as the venue's page does not know. */
    default boolean isStrange(Fields body) {
        return false;
    }

    /** A reply, as read. */
    record Heard(Answer answer, Notice notice) {}
}
