package sluice.venue.binance.market;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import sluice.market.Clock;
import sluice.market.Instrument;
import sluice.market.VenueId;
import sluice.market.book.Scale;
import sluice.net.feed.book.BookFeed;
import sluice.net.feed.replay.FrameReplay;
import sluice.net.feed.replay.ReplayReport;
import sluice.net.feed.replay.ReplayedBooks;
import sluice.net.feed.replay.ReplayedBooks.Replayed;
import sluice.net.text.MalformedFrameException;
import sluice.net.text.Slots;
import sluice.venue.binance.market.wire.DepthWire;
import sluice.venue.binance.market.wire.DepthWire.Kind;
import sluice.venue.binance.market.wire.InstrumentWire;

/** A recording of Binance spot market data run through the adapter's wire, sequence rule and book. */
public final class BinanceReplay implements FrameReplay {

    private static final Pattern DEPTH = Pattern.compile(".*/api/v3/depth\\?(?:.*&)?symbol=([^&]+).*");
    private static final Pattern INSTRUMENTS = Pattern.compile(".*/api/v3/exchangeInfo(\\?.*)?");

    private final Clock clock;
    private final ReplayedBooks books;
    private final InstrumentWire instrumentWire;
    private final Slots slots = new Slots();
    private final DepthWire wire = new DepthWire(slots);
    private final BinanceSnapshots snapshots = new BinanceSnapshots(wire, "", 0, Duration.ZERO);
    private final Map<String, Instrument> instruments = new HashMap<>();
    private final Map<String, Set<Replayed>> byConnection = new HashMap<>();

    /** Hashes the book after the first message, every so many, and the last. */
    public BinanceReplay(VenueId venue, Clock clock, long every) {
        this.clock = clock;
        books = new ReplayedBooks(venue, clock, every);
        instrumentWire = new InstrumentWire(venue);
    }

    @Override
    public void frame(String dir, String conn, String url, String data) {
        switch (dir) {
            case "recv" -> received(conn, data);
            case "http" -> answered(url, data);
            case "connect" -> connected(conn);
            default -> {}
        }
    }

    @Override
    public List<ReplayReport> reports() {
        return books.reports();
    }

    private void received(String conn, String data) {
        long before = clock.nanos();
        if (!read(data)) {
            return;
        }
        var replayed = books.get(wire.book());
        books.message(replayed);
        byConnection.computeIfAbsent(conn, name -> new HashSet<>()).add(replayed);
        replayed.feed().take(wire, 0, data, before);
        books.spent(before);
    }

    /** Whether it is a depth event; a symbol that is new gets its book now. */
    private boolean read(String data) {
        try {
            if (wire.read(data) == Kind.OTHER) {
                return false;
            }
            if (wire.book() == Slots.NONE) {
                book(wire.symbol());
                wire.read(data);
            }
            return true;
        } catch (MalformedFrameException e) {
            if (wire.book() != Slots.NONE) {
                books.get(wire.book()).unreadable();
            }
            return false;
        }
    }

    private void answered(String url, String body) {
        var depth = DEPTH.matcher(url);
        if (depth.matches()) {
            snapshot(book(depth.group(1)), body);
        } else if (INSTRUMENTS.matcher(url).matches()) {
            listed(body);
        }
    }

    /** As live: a snapshot is wanted only while there is no book. */
    private void snapshot(Replayed replayed, String body) {
        if (replayed.feed().isLive()) {
            return;
        }
        long before = clock.nanos();
        try {
            if (replayed.feed().snapshot(body, before) != BookFeed.Answer.TOO_OLD) {
                replayed.counted().snapshot();
            }
        } catch (MalformedFrameException e) {
            replayed.counted().malformed();
        }
        books.spent(before);
    }

    private void listed(String body) {
        try {
            instrumentWire.read(body).forEach(instrument -> instruments.put(instrument.venueSymbol(), instrument));
        } catch (MalformedFrameException e) {
            instruments.clear();
        }
    }

    /** A connection that opens again ended before; what it missed meanwhile nobody knows. */
    private void connected(String conn) {
        byConnection
                .getOrDefault(conn, Set.of())
                .forEach(replayed -> replayed.feed().reset());
    }

    private Replayed book(String venueSymbol) {
        return books.find(venueSymbol).orElseGet(() -> open(venueSymbol));
    }

    private Replayed open(String venueSymbol) {
        int slot = slots.add(venueSymbol);
        var instrument = Optional.ofNullable(instruments.get(venueSymbol));
        instrument
                .map(Instrument::grid)
                .ifPresent(grid -> slots.grid(slot, Scale.of(grid.tick()), Scale.of(grid.lot())));
        return books.open(venueSymbol, instrument, new DepthSequence(), Optional.of(snapshots));
    }
}
