package sluice.venue.coinbase.market;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import sluice.market.Clock;
import sluice.market.Instrument;
import sluice.market.VenueId;
import sluice.market.book.Scale;
import sluice.net.feed.book.BookFeed.Step;
import sluice.net.feed.book.FrameReader.Frame;
import sluice.net.feed.book.SequenceRule;
import sluice.net.feed.replay.FrameReplay;
import sluice.net.feed.replay.ReplayReport;
import sluice.net.feed.replay.ReplayedBooks;
import sluice.net.feed.replay.ReplayedBooks.Replayed;
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

    /** One connection, from its opening to the next. */
    private record Connection(int link, CoinbaseReader reader) {}

    private final Clock clock;
    private final ReplayedBooks books;
    private final ProductWire products;
    private final SharedBooks shared = new SharedBooks();
    private final FrameWire wire = new FrameWire(shared.slots());
    private final Map<String, Instrument> instruments = new HashMap<>();
    private final Map<String, Connection> connections = new HashMap<>();
    private int links;

    /** Hashes the book after the first message, every so many, and the last. */
    public CoinbaseReplay(VenueId venue, Clock clock, long every) {
        this.clock = clock;
        books = new ReplayedBooks(venue, clock, every);
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
        return books.reports();
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
                onConnection(connection, CoinbaseReplay::skipped);
                meet(data);
                depth(connection, frame, before);
            }
            case UNREADABLE -> onConnection(connection, Replayed::unreadable);
            case OTHER -> {}
        }
        books.spent(before);
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
            var replayed = books.get(connection.reader.update().book());
            books.message(replayed);
            if (frame == Frame.OLD) {
                replayed.counted().took(Step.STALE);
            } else {
                take(replayed, connection, before);
            }
        } while (connection.reader.next());
    }

    private void take(Replayed replayed, Connection connection, long before) {
        var update = connection.reader.update();
        if (update.isSnapshot()) {
            replayed.counted().snapshot();
        }
        replayed.feed().take(update, connection.link, "", before);
    }

    private void onConnection(Connection connection, Consumer<Replayed> then) {
        books.all()
                .filter(replayed -> replayed.feed().isLive() && replayed.feed().link() == connection.link)
                .forEach(then);
    }

    private static void skipped(Replayed replayed) {
        replayed.counted().took(Step.GAP);
        replayed.feed().breakBook();
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
        before.ifPresent(
                ended -> onConnection(ended, replayed -> replayed.feed().reset()));
    }

    private void open(String product) {
        if (books.find(product).isPresent()) {
            return;
        }
        int slot = shared.add(books.size(), product);
        var instrument = Optional.ofNullable(instruments.get(product));
        instrument
                .map(Instrument::grid)
                .ifPresent(grid -> shared.slots().grid(slot, Scale.of(grid.tick()), Scale.of(grid.lot())));
        books.open(product, instrument, SequenceRule.none(), Optional.empty());
    }
}
