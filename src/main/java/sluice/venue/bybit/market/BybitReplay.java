package sluice.venue.bybit.market;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import sluice.market.Clock;
import sluice.market.Instrument;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.market.book.Book;
import sluice.market.book.Scale;
import sluice.net.feed.book.BookFeed;
import sluice.net.feed.book.FrameReader.Frame;
import sluice.net.feed.replay.FrameReplay;
import sluice.net.feed.replay.ReplayReport;
import sluice.net.feed.replay.ReplayedBook;
import sluice.net.text.MalformedFrameException;
import sluice.net.text.Slots;
import sluice.net.text.UnableToReadException;
import sluice.venue.bybit.market.wire.BookWire;
import sluice.venue.bybit.market.wire.InstrumentWire;
import sluice.venue.bybit.names.Category;

/**
 * A recording of Bybit market data run through the adapter's wire, sequence rule and book.
 *
 * <p>A book is named by its category and topic, since one recording may hold both categories and several depths of one
 * symbol. Which category a connection is of, its address says.
 */
public final class BybitReplay implements FrameReplay {

    private static final String INSTRUMENTS = "/v5/market/instruments-info";

    private record Replayed(BookFeed feed, ReplayedBook counted, boolean isTop) {}

    private final VenueId venue;
    private final Clock clock;
    private final long every;
    private final InstrumentWire instrumentWire;
    private final Map<String, Instrument> instruments = new HashMap<>();
    private final Map<String, Replayed> books = new LinkedHashMap<>();
    private final List<Replayed> byNumber = new ArrayList<>();
    private final Map<String, Connection> connections = new HashMap<>();
    private long messages;
    private long nanos;

    /** One connection, and what came on it. */
    private static final class Connection {

        private final String category;
        private final Slots slots = new Slots();
        private final BookWire wire = new BookWire(slots);
        private final BookReader reader = new BookReader(wire, new int[0]);
        private final Set<Replayed> brought = new HashSet<>();

        private Connection(String category) {
            this.category = category;
        }
    }

    /** Hashes the book after the first message, every so many, and the last. */
    public BybitReplay(VenueId venue, Clock clock, long every) {
        this.venue = venue;
        this.clock = clock;
        this.every = every;
        instrumentWire = new InstrumentWire(venue);
    }

    @Override
    public void frame(String dir, String conn, String url, String data) {
        switch (dir) {
            case "recv" -> received(connection(conn, url), data);
            case "http" -> answered(url, data);
            case "connect" -> connected(conn, url);
            default -> {}
        }
    }

    @Override
    public List<ReplayReport> reports() {
        long hashing = books.values().stream()
                .mapToLong(book -> book.counted.hashingNanos())
                .sum();
        double rate = nanos <= hashing ? 0 : messages * 1e9 / (nanos - hashing);
        return books.values().stream().map(book -> book.counted.report(rate)).toList();
    }

    private Connection connection(String conn, String url) {
        return connections.computeIfAbsent(conn, any -> new Connection(category(url)));
    }

    private static String category(String url) {
        return url.substring(url.lastIndexOf('/') + 1);
    }

    /** A connection that opens again ended before; what it missed meanwhile nobody knows. */
    private void connected(String conn, String url) {
        Optional.ofNullable(connections.put(conn, new Connection(category(url))))
                .ifPresent(ended -> ended.brought.forEach(replayed -> replayed.feed.reset()));
    }

    private void received(Connection from, String data) {
        long before = clock.nanos();
        var frame = read(from, data);
        if (frame == Frame.OTHER) {
            return;
        }
        var replayed = byNumber.get(from.reader.book());
        replayed.counted.message();
        messages++;
        from.brought.add(replayed);
        if (frame == Frame.OLD) {
            replayed.counted.took(BookFeed.Step.STALE);
        } else {
            take(replayed, from, data, before);
        }
        nanos += clock.nanos() - before;
    }

    private static void take(Replayed replayed, Connection from, String data, long nanos) {
        boolean snapshot = from.reader.isSnapshot();
        boolean rebuilt = snapshot && (!replayed.feed.isLive() || !replayed.isTop);
        var step = replayed.feed.take(from.reader, 0, data, nanos);
        if (rebuilt && step == BookFeed.Step.APPLIED) {
            replayed.counted.snapshot();
        }
    }

    /** What the frame is; a topic that is new gets its book now. */
    private Frame read(Connection from, String data) {
        try {
            var frame = from.reader.read(data);
            if (frame == Frame.OTHER || from.reader.book() != Slots.NONE) {
                return frame;
            }
            open(from, from.wire.topic());
            return from.reader.read(data);
        } catch (MalformedFrameException e) {
            if (from.reader.book() != Slots.NONE) {
                var replayed = byNumber.get(from.reader.book());
                replayed.counted.message();
                replayed.counted.malformed();
                replayed.feed.breakBook();
            }
            return Frame.OTHER;
        }
    }

    private void open(Connection from, String topic) {
        var name = from.category + " " + topic;
        var venueSymbol = topic.substring(topic.lastIndexOf('.') + 1);
        var instrument = Optional.ofNullable(instruments.get(from.category + " " + venueSymbol));
        int slot = from.slots.add(topic);
        instrument
                .map(Instrument::grid)
                .ifPresent(grid -> from.slots.grid(slot, Scale.of(grid.tick()), Scale.of(grid.lot())));
        var replayed = books.computeIfAbsent(name, any -> open(name, instrument, topic));
        from.reader.add(byNumber.indexOf(replayed));
    }

    private Replayed open(String name, Optional<Instrument> instrument, String topic) {
        // A recording without instruments does not say where the base ends; the book is not asked for its symbol.
        var symbol = instrument.map(Instrument::symbol).orElse(Symbol.spot(name, name));
        var book = new Book(venue, symbol);
        var counted = new ReplayedBook(name, book, every, clock);
        var feed = new BookFeed(byNumber.size(), book, new UpdateSequence(), Optional.empty(), counted);
        var replayed = new Replayed(feed, counted, topic.startsWith(BookWire.topic(1, "")));
        byNumber.add(replayed);
        return replayed;
    }

    private void answered(String url, String body) {
        if (url.contains(INSTRUMENTS)) {
            try {
                var page = instrumentWire.read(body);
                var category = page.category().wireName();
                page.instruments()
                        .forEach(instrument -> instruments.put(category + " " + instrument.venueSymbol(), instrument));
            } catch (UnableToReadException e) {
                // Without its instruments a recording is replayed all the same, on scales that grow as they must.
                instruments.keySet().removeIf(known -> known.startsWith(Category.LINEAR.wireName()));
            }
        }
    }
}
