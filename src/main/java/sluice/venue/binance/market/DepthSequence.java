package sluice.venue.binance.market;

import sluice.market.book.Verdict;
import sluice.net.feed.book.SequenceRule;

/**
 * Whether the next depth event follows from what the book already holds.
 *
 * <p>binance-spot-api-docs, web-socket-streams.md, "How to manage a local order book correctly", on applying an event:
 * "If the event last update ID (u) is less than the update ID of your local order book, ignore the event. If the event
 * first update ID (U) is greater than the update ID of your local order book + 1, you have missed some events. Discard
 * your local order book and restart the process from the beginning." An event that ends just where the book stands adds
 * nothing either. Confined to one thread.
 */
public final class DepthSequence implements SequenceRule {

    private long last;

    /** "Set your local order book to the retrieved snapshot. Its update ID is lastUpdateId." */
    @Override
    public void start(long lastUpdateId) {
        last = lastUpdateId;
    }

    /**
     * Judges an event, and goes on from it when it is to be applied. Levels are absolute, so an overlap is harmless.
     */
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

    /** The id that the next event must start at or before. */
    @Override
    public long expected() {
        return last + 1;
    }
}
