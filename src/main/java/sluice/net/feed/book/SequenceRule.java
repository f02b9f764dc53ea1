package sluice.net.feed.book;

import sluice.market.book.Verdict;

/** A venue's rule of which update follows from what one book holds. Confined to its book's thread. */
public interface SequenceRule {

    /** A snapshot stands at this number. */
    void start(long last);

    /** Judges the next update by the numbers it covers, and goes on from it when it is to be applied. */
    Verdict judge(long first, long last);

    /** The number that the next update must start at or before, for the operator. */
    long expected();

    /** For venues that number the messages of a connection rather than those of a book: whatever comes is next. */
    static SequenceRule none() {
        return new SequenceRule() {
            @Override
            public void start(long last) {
                // Nothing to start from.
            }

            @Override
            public Verdict judge(long first, long last) {
                return Verdict.APPLY;
            }

            @Override
            public long expected() {
                return 0;
            }
        };
    }
}
