package sluice.venue.binance.market;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import sluice.market.Clock;
import sluice.market.Instrument;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.market.book.Book;
import sluice.market.book.Scale;
import sluice.net.feed.book.BookFeed;
import sluice.net.feed.replay.FrameReplay;
import sluice.net.feed.replay.ReplayReport;
import sluice.net.feed.replay.ReplayedBook;
import sluice.net.text.MalformedFrameException;
import sluice.net.text.Slots;
import sluice.venue.binance.market.wire.DepthWire;
import sluice.venue.binance.market.wire.DepthWire.Kind;
import sluice.venue.binance.market.wire.InstrumentWire;

/** A recording of Binance spot market data run through the adapter's wire, sequence rule and book. */
public final class BinanceReplay implements FrameReplay {

    private static final Pattern DEPTH = Pattern.compile(".*/api/v3/depth\\?(?:.*&)?symbol=([^&]+).*");
    private static final Pattern INSTRUMENTS = Pattern.compile(".*/api/v3/exchangeInfo(\\?.*)?");

    private record Replayed(BookFeed feed, ReplayedBook counted) {}

    private final VenueId venue;
    private final Clock clock;
    private final long every;
    private final InstrumentWire instrumentWire;
    private final Slots slots = new Slots();
    private final DepthWire wire = new DepthWire(slots);
    private final BinanceSnapshots snapshots = new BinanceSnapshots(wire, "", 0, Duration.ZERO);
    private final Map<String, Instrument> instruments = new HashMap<>();
    private final Map<String, Replayed> books = new LinkedHashMap<>();
    private final List<Replayed> bySlot = new ArrayList<>();
    private final Map<String, Set<Replayed>> byConnection = new HashMap<>();
    private long messages;
    private long nanos;

    /** Hashes the book after the first message, every so many, and the last. */
    public BinanceReplay(VenueId venue, Clock clock, long every) {
        this.venue = venue;
        this.clock = clock;
        this.every = every;
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
        long hashing = books.values().stream()
                .mapToLong(book -> book.counted.hashingNanos())
                .sum();
        double rate = nanos <= hashing ? 0 : messages * 1e9 / (nanos - hashing);
        return books.values().stream().map(book -> book.counted.report(rate)).toList();
    }

    private void received(String conn, String data) {
        long before = clock.nanos();
        if (!read(data)) {
            return;
        }
        var replayed = bySlot.get(wire.book());
        replayed.counted.message();
        messages++;
        byConnection.computeIfAbsent(conn, name -> new HashSet<>()).add(replayed);
        replayed.feed.take(wire, 0, data, before);
        nanos += clock.nanos() - before;
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
                var replayed = bySlot.get(wire.book());
                replayed.counted.message();
                replayed.counted.malformed();
                replayed.feed.breakBook();
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
        if (replayed.feed.isLive()) {
            return;
        }
        long before = clock.nanos();
        try {
            if (replayed.feed.snapshot(body, before) != BookFeed.Answer.TOO_OLD) {
                replayed.counted.snapshot();
            }
        } catch (MalformedFrameException e) {
            replayed.counted.malformed();
        }
        nanos += clock.nanos() - before;
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
        byConnection.getOrDefault(conn, Set.of()).forEach(replayed -> replayed.feed.reset());
    }

    private Replayed book(String venueSymbol) {
        return books.computeIfAbsent(venueSymbol, this::open);
    }

    private Replayed open(String venueSymbol) {
        int slot = slots.add(venueSymbol);
        var instrument = Optional.ofNullable(instruments.get(venueSymbol));
        instrument
                .map(Instrument::grid)
                .ifPresent(grid -> slots.grid(slot, Scale.of(grid.tick()), Scale.of(grid.lot())));
        // A recording without instruments does not say where the base ends; the book is not asked for its symbol.
        var symbol = instrument.map(Instrument::symbol).orElse(Symbol.spot(venueSymbol, venueSymbol));
        var book = new Book(venue, symbol);
        var counted = new ReplayedBook(venueSymbol, book, every, clock);
        var replayed =
                new Replayed(new BookFeed(slot, book, new DepthSequence(), Optional.of(snapshots), counted), counted);
        bySlot.add(replayed);
        return replayed;
    }
}
