package sluice.net.feed;

import sluice.market.Instrument;
import sluice.market.Symbol;
import sluice.net.feed.book.BookFeed;
import sluice.venue.Feed;
import sluice.venue.FeedReason;

/** One instrument whose book is kept, and what shows whether it lives. Confined to its session. */
final class Kept {

    /** So many signs of life beside a book that stands still; fewer may be a quiet market's. */
    private static final int MANY = 3;

    /** No connection's number. */
    static final int NONE = -1;

    final int number;
    final Instrument instrument;
    final BookFeed feed;

    /** When it last gave proof of life; the session's own copy of what the book is told. */
    long provenNanos;

    /** Which connection brought the update applied last; none since a snapshot that was asked for. */
    int link = NONE;

    /** Whether its feed was last said to be live. */
    boolean toldLive;

    /** Why it has to be built. */
    FeedReason lost = FeedReason.STARTED;

    /** Whether the stream owes it a snapshot. */
    boolean owed;

    /** Since when. */
    long owedNanos;

    private long movedNanos;
    private int signs;

    Kept(int number, Instrument instrument, BookFeed feed) {
        this.number = number;
        this.instrument = instrument;
        this.feed = feed;
    }

    Symbol symbol() {
        return instrument.symbol();
    }

    Feed books() {
        return Feed.book(symbol());
    }

    Feed trades() {
        return Feed.trades(symbol());
    }

    void proven(long nanos) {
        provenNanos = nanos;
        feed.book().proven(nanos);
    }

    /** The book changed. */
    void moved(long nanos) {
        movedNanos = nanos;
        signs = 0;
    }

    /** Something shows that the book should have changed; answers whether it has stood still for too long beside. */
    boolean shouldMove(long nanos, long frozenNanos) {
        signs++;
        return feed.isLive() && signs >= MANY && nanos - movedNanos >= frozenNanos;
    }
}
