package sluice.net.feed.replay;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import sluice.market.Clock;
import sluice.market.Instrument;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.market.book.Book;
import sluice.net.feed.book.BookFeed;
import sluice.net.feed.book.SequenceRule;
import sluice.net.feed.book.SnapshotSource;

/** The books of a recording in the order in which they were met, and how fast it was read. Confined to one thread. */
public final class ReplayedBooks {

    private final VenueId venue;
    private final Clock clock;
    private final long every;
    private final Map<String, Replayed> byName = new LinkedHashMap<>();
    private final List<Replayed> byNumber = new ArrayList<>();
    private long messages;
    private long nanos;

    /** A book's way from frames, and what is counted on it. */
    public record Replayed(BookFeed feed, ReplayedBook counted) {

        /** A message of it came that cannot be read. */
        public void unreadable() {
            counted.message();
            counted.malformed();
            feed.breakBook();
        }
    }

    /** Hashes each book after its first message, every so many, and the last. */
    public ReplayedBooks(VenueId venue, Clock clock, long every) {
        this.venue = venue;
        this.clock = clock;
        this.every = every;
    }

    /** A new book under the next number. */
    public Replayed open(
            String name, Optional<Instrument> instrument, SequenceRule rule, Optional<SnapshotSource> source) {
        // A recording without instruments does not say where the base ends; the book is not asked for its symbol.
        var symbol = instrument.map(Instrument::symbol).orElse(Symbol.spot(name, name));
        var book = new Book(venue, symbol);
        var counted = new ReplayedBook(name, book, every, clock);
        var replayed = new Replayed(new BookFeed(byNumber.size(), book, rule, source, counted), counted);
        byName.put(name, replayed);
        byNumber.add(replayed);
        return replayed;
    }

    public Optional<Replayed> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    public Replayed get(int number) {
        return byNumber.get(number);
    }

    public int number(Replayed replayed) {
        return byNumber.indexOf(replayed);
    }

    public int size() {
        return byNumber.size();
    }

    public Stream<Replayed> all() {
        return byNumber.stream();
    }

    /** A message of it was taken from the recording. */
    public void message(Replayed replayed) {
        replayed.counted.message();
        messages++;
    }

    /** Something of the recording was read, from then until now. */
    public void spent(long sinceNanos) {
        nanos += clock.nanos() - sinceNanos;
    }

    public List<ReplayReport> reports() {
        long hashing = all().mapToLong(book -> book.counted.hashingNanos()).sum();
        double rate = nanos <= hashing ? 0 : messages * 1e9 / (nanos - hashing);
        return all().map(book -> book.counted.report(rate)).toList();
    }
}
