package sluice.net.feed;

import java.util.List;
import java.util.Optional;
import sluice.market.Instrument;
import sluice.net.feed.book.FrameReader;
import sluice.net.feed.book.SequenceRule;
import sluice.net.feed.book.SnapshotSource;
import sluice.net.gate.Ask;
import sluice.net.gate.Dialect;
import sluice.net.limit.Limit;

/**
 * What of a venue's market data is its own: where it is asked for and subscribed to, and how it reads. Pure, and
 * confined to its session.
 */
public interface MarketDialect {

    /** How public REST answers; a good reply is an {@code Answer.Raw}. */
    Dialect rest();

    /** The limits that public REST calls are within. */
    List<Limit> limits();

    /** Asks for the instruments, or for the first page of them. */
    Ask listing();

    /** Reads a page; throws {@code MalformedFrameException} when it is none. */
    Page page(String body);

    /** Instruments, and where to ask for more of them. */
    record Page(List<Instrument> instruments, Optional<Ask> next) {

        public Page {
            instruments = List.copyOf(instruments);
        }
    }

    /** From now on a book is kept of this instrument, known to readers by this number; numbers count up from 0. */
    void keep(int book, Instrument instrument);

    /** A new rule for one book. */
    SequenceRule rule();

    /** Where snapshots are asked for; empty where the stream itself begins with one. */
    Optional<SnapshotSource> snapshots();

    /** All books that are kept, spread over connections within the venue's limits. */
    List<Subscription> subscriptions();

    /** For a new connection. */
    FrameReader reader(Subscription subscription);

    /** Reads a frame that is not depth; throws {@code MalformedFrameException} when nobody can. */
    List<MarketNews> news(Subscription subscription, String frame);

    /** A frame whose answer is {@link MarketNews.Alive}; empty where the venue sends heartbeats of its own. */
    Optional<String> probe(long id);

    /** Frames that make the stream send a book's snapshot again; none where only a new connection does. */
    List<String> resubscribe(int book);
}
