package sluice.venue.coinbase.market.wire;

import sluice.market.book.Verdict;

/**
 * Whether a message is the next on its connection.
 *
 * <p>WebSocket overview: {@code sequence_num} counts the messages of a connection over all channels and products, those
 * of subscriptions and heartbeats too; the first is 0. "A jump of more than one means that a message was dropped; an
 * older number may be ignored." After a jump the count goes on from there, but what was missed may have been about
 * anything the connection carries. Confined to one thread.
 */
public final class ConnectionSequence {

    private long next;

    public Verdict judge(long sequence) {
        if (sequence < next) {
            return Verdict.STALE;
        }
        boolean isNext = sequence == next;
        next = sequence + 1;
        return isNext ? Verdict.APPLY : Verdict.GAP;
    }

    /** The number that the next message must have. */
    public long expected() {
        return next;
    }
}
