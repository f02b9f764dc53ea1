package sluice.net.feed.book;

import sluice.market.book.DepthSink;

/** One message about one book, as its decoder has just read it; of use until the decoder reads the next. */
public interface DepthUpdate {

    /**
     * The number that {@link sluice.net.feed.MarketDialect#keep} gave the book; {@code Slots.NONE} for a book nobody
     * keeps.
     */
    int book();

    /** Whether it is the whole book, to take the place of what was there. */
    boolean isSnapshot();

    /** The first number of the venue's sequence that it covers. */
    long first();

    /** The last one; of a snapshot the one that it stands at. */
    long last();

    DepthSink levels();
}
