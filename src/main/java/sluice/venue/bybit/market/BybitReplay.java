package sluice.venue.bybit.market;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import sluice.market.Clock;
import sluice.market.Instrument;
import sluice.market.VenueId;
import sluice.market.book.Scale;
import sluice.net.feed.book.BookFeed;
import sluice.net.feed.book.FrameReader.Frame;
import sluice.net.feed.replay.FrameReplay;
import sluice.net.feed.replay.ReplayReport;
import sluice.net.feed.replay.ReplayedBooks;
import sluice.net.feed.replay.ReplayedBooks.Replayed;
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

    private final Clock clock;
    private final ReplayedBooks books;
    private final InstrumentWire instrumentWire;
    private final Map<String, Instrument> instruments = new HashMap<>();
    private final Set<Replayed> tops = new HashSet<>();
    private final Map<String, Connection> connections = new HashMap<>();

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
        this.clock = clock;
        books = new ReplayedBooks(venue, clock, every);
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
        return books.reports();
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
                .ifPresent(ended ->
                        ended.brought.forEach(replayed -> replayed.feed().reset()));
    }

    private void received(Connection from, String data) {
        long before = clock.nanos();
        var frame = read(from, data);
        if (frame == Frame.OTHER) {
            return;
        }
        var replayed = books.get(from.reader.book());
        books.message(replayed);
        from.brought.add(replayed);
        if (frame == Frame.OLD) {
            replayed.counted().took(BookFeed.Step.STALE);
        } else {
            take(replayed, from, data, before);
        }
        books.spent(before);
    }

    private void take(Replayed replayed, Connection from, String data, long nanos) {
        boolean snapshot = from.reader.isSnapshot();
        boolean rebuilt = snapshot && (!replayed.feed().isLive() || !tops.contains(replayed));
        var step = replayed.feed().take(from.reader, 0, data, nanos);
        if (rebuilt && step == BookFeed.Step.APPLIED) {
            replayed.counted().snapshot();
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
                books.get(from.reader.book()).unreadable();
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
        var replayed = books.find(name).orElseGet(() -> open(name, instrument, topic));
        from.reader.add(books.number(replayed));
    }

    private Replayed open(String name, Optional<Instrument> instrument, String topic) {
        var replayed = books.open(name, instrument, new UpdateSequence(), Optional.empty());
        if (topic.startsWith(BookWire.topic(1, ""))) {
            tops.add(replayed);
        }
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
