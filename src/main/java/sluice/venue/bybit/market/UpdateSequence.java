package sluice.venue.bybit.market;

import sluice.market.book.Verdict;
import sluice.net.feed.book.SequenceRule;

/**
 * Whether the next delta of a topic follows from what the book already holds.
 *
 * <p>Orderbook: {@code u}, "Update ID. Is a sequence. Occasionally, you'll receive "u"=1, which is a snapshot data due
 * to the restart of the service. So please overwrite your local orderbook". It counts the messages of a topic one by
 * one; a message that is missed shows as a step of more than one, and costs the book. Confined to one thread.
 */
public final class UpdateSequence implements SequenceRule {

    private long last;

    @Override
    public void start(long update) {
        last = update;
    }

    @Override
    public Verdict judge(long first, long next) {
        if (next <= last) {
            return Verdict.STALE;
        }
        if (first > last + 1) {
            return Verdict.GAP;
        }
        last = next;
        return Verdict.APPLY;
    }

    @Override
    public long expected() {
        return last + 1;
    }
}
