package sluice.net.gate;

import sluice.net.HttpOutcome;

/**
 * What of a venue's REST is its own: how a reply is read, and what it says of limits and clock.
 *
 * <p>A failure may come with any status, 200 included. Pure.
 */
public interface Dialect {

    /** Reads a reply to what was asked: what it amounts to, and what it says besides. */
    Heard hear(Ask ask, HttpOutcome.Reply reply);

    /** A reply, as read. */
    record Heard(Answer answer, Notice notice) {}
}
