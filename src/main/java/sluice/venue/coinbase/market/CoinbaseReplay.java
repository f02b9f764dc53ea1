package sluice.venue.coinbase.market;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import sluice.market.Clock;
import sluice.market.Instrument;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.market.book.Book;
import sluice.market.book.Scale;
import sluice.net.feed.book.BookFeed;
import sluice.net.feed.book.BookFeed.Step;
import sluice.net.feed.book.FrameReader.Frame;
import sluice.net.feed.book.SequenceRule;
import sluice.net.feed.replay.FrameReplay;
import sluice.net.feed.replay.ReplayReport;
import sluice.net.feed.replay.ReplayedBook;
import sluice.net.text.MalformedFrameException;
import sluice.net.text.Slots;
import sluice.venue.coinbase.market.wire.FrameWire;
import sluice.venue.coinbase.market.wire.ProductWire;

/**
 * A recording of Coinbase market data run through the adapter's wire, sequence rule and books.
 *
 * <p>Live, a connection that skipped a message is given up; here it goes on, and its books are absent until it brings
 * their snapshots again.
 */
public final class CoinbaseReplay implements FrameReplay {

    private static final Pattern PRODUCTS = Pattern.compile(".*/api/v3/brokerage/(market/)?products(\\?.*)?");

    private record Replayed(BookFeed feed, ReplayedBook counted) {}

    /** One connection, from its opening to the next. */
    private record Connection(int link, CoinbaseReader reader) {}

    private final VenueId venue;
    private final Clock clock;
    private final long every;
    private final ProductWire products;
    private final SharedBooks shared = new SharedBooks();
    private final FrameWire wire = new FrameWire(shared.slots());
    private final Map<String, Instrument> instruments = new HashMap<>();
    private final Map<String, Connection> connections = new HashMap<>();
    private final Map<String, Replayed> books = new LinkedHashMap<>();
    private final List<Replayed> byNumber = new ArrayList<>();
    private int links;
    private long messages;
    private long nanos;

    /** Hashes the book after the first message, every so many, and the last. */
    public CoinbaseReplay(VenueId venue, Clock clock, long every) {
        this.venue = venue;
        this.clock = clock;
        this.every = every;
        products = new ProductWire(venue);
    }

    @Override
    public void frame(String dir, String conn, String url, String data) {
        switch (dir) {
            case "recv" -> received(connections.computeIfAbsent(conn, name -> connection()), data);
            case "http" -> answered(url, data);
            case "connect" -> connected(conn);
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

    private Connection connection() {
        return new Connection(++links, new CoinbaseReader(wire, shared));
    }

    private void received(Connection connection, String data) {
        long before = clock.nanos();
        var frame = connection.reader.read(data);
        switch (frame) {
            case DEPTH, OLD -> {
                meet(data);
                depth(connection, frame, before);
            }
            case GAP -> {
                onConnection(connection, this::skipped);
                meet(data);
                depth(connection, frame, before);
            }
            case UNREADABLE -> onConnection(connection, this::unreadable);
            case OTHER -> {}
        }
        nanos += clock.nanos() - before;
    }

    /** A product that is new gets its book now, and the frame is read again for it. */
    private void meet(String data) {
        boolean isNew = false;
        for (int i = 0; i < wire.events(); i++) {
            if (wire.event(i).slot() == Slots.NONE) {
                open(wire.event(i).product());
                isNew = true;
            }
        }
        if (isNew) {
            wire.read(data);
        }
    }

    private void depth(Connection connection, Frame frame, long before) {
        if (wire.events() == 0) {
            return;
        }
        do {
            var replayed = byNumber.get(connection.reader.update().book());
            replayed.counted.message();
            messages++;
            if (frame == Frame.OLD) {
                replayed.counted.took(Step.STALE);
            } else {
                take(replayed, connection, before);
            }
        } while (connection.reader.next());
    }

    private void take(Replayed replayed, Connection connection, long before) {
        var update = connection.reader.update();
        if (update.isSnapshot()) {
            replayed.counted.snapshot();
        }
        replayed.feed.take(update, connection.link, "", before);
    }

    private void onConnection(Connection connection, Consumer<Replayed> then) {
        byNumber.stream()
                .filter(replayed -> replayed.feed.isLive() && replayed.feed.link() == connection.link)
                .forEach(then);
    }

    private void skipped(Replayed replayed) {
        replayed.counted.took(Step.GAP);
        replayed.feed.breakBook();
    }

    private void unreadable(Replayed replayed) {
        replayed.counted.message();
        replayed.counted.malformed();
        replayed.feed.breakBook();
    }

    private void answered(String url, String body) {
        if (!PRODUCTS.matcher(url).matches()) {
            return;
        }
        try {
            products.read(body)
                    .forEach(product -> instruments.put(product.instrument().venueSymbol(), product.instrument()));
        } catch (MalformedFrameException e) {
            instruments.clear();
        }
    }

    /** A connection that opens again ended before; what it missed meanwhile nobody knows. */
    private void connected(String conn) {
        var before = Optional.ofNullable(connections.put(conn, connection()));
        before.ifPresent(ended -> onConnection(ended, replayed -> replayed.feed.reset()));
    }

    private void open(String product) {
        if (books.containsKey(product)) {
            return;
        }
        int slot = shared.add(byNumber.size(), product);
        var instrument = Optional.ofNullable(instruments.get(product));
        instrument
                .map(Instrument::grid)
                .ifPresent(grid -> shared.slots().grid(slot, Scale.of(grid.tick()), Scale.of(grid.lot())));
        var symbol = instrument.map(Instrument::symbol).orElse(Symbol.spot(product, product));
        var book = new Book(venue, symbol);
        var counted = new ReplayedBook(product, book, every, clock);
        var feed = new BookFeed(byNumber.size(), book, SequenceRule.none(), Optional.empty(), counted);
        var replayed = new Replayed(feed, counted);
        books.put(product, replayed);
        byNumber.add(replayed);
    }
}
