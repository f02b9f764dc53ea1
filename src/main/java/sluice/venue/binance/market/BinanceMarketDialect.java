package sluice.venue.binance.market;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import sluice.market.Instrument;
import sluice.market.book.Scale;
import sluice.net.HttpCall;
import sluice.net.feed.MarketDialect;
import sluice.net.feed.MarketNews;
import sluice.net.feed.Pace;
import sluice.net.feed.Rates;
import sluice.net.feed.Subscription;
import sluice.net.feed.book.DepthUpdate;
import sluice.net.feed.book.FrameReader;
import sluice.net.feed.book.SequenceRule;
import sluice.net.feed.book.SnapshotSource;
import sluice.net.gate.Ask;
import sluice.net.gate.Dialect;
import sluice.net.limit.Limit;
import sluice.net.text.Slots;
import sluice.venue.BadFrame;
import sluice.venue.binance.market.wire.DepthWire;
import sluice.venue.binance.market.wire.DepthWire.Kind;
import sluice.venue.binance.market.wire.InstrumentWire;
import sluice.venue.binance.market.wire.StreamMessage;
import sluice.venue.binance.market.wire.StreamWire;

/**
 * Market data of Binance spot: combined streams of depth and trades, and depth snapshots over REST.
 *
 * <p>web-socket-streams.md, "General WSS information": "A single connection can listen to a maximum of 1024 streams".
 * Confined to its session.
 */
public final class BinanceMarketDialect implements MarketDialect {

    /**
     * web-socket-streams.md: "WebSocket connections have a limit of 5 incoming messages per second", "300 connections
     * per attempt every 5 minutes per IP"; the venue pings, so that we need not.
     */
    public static final Rates RATES = new Rates(250, Duration.ofMinutes(5), 4, Duration.ZERO);

    /** Of {@code GET /api/v3/exchangeInfo}. */
    private static final int LISTING_WEIGHT = 20;

    /** Two streams a book: far below 1024, and a URL that every server takes. */
    private static final int BOOKS_A_CONNECTION = 100;

    private final String rest;
    private final String stream;
    private final Pace pace;
    private final BinanceMarketRest dialect;
    private final InstrumentWire instruments;
    private final Slots slots = new Slots();
    private final DepthWire wire = new DepthWire(slots);
    private final List<Instrument> kept = new ArrayList<>();

    /** @param rest and {@code stream}: scheme, host and port, without a path */
    public BinanceMarketDialect(
            InstrumentWire instruments, String rest, String stream, Pace pace, BinanceMarketRest dialect) {
        this.instruments = instruments;
        this.rest = rest;
        this.stream = stream;
        this.pace = pace;
        this.dialect = dialect;
    }

    @Override
    public Dialect rest() {
        return dialect;
    }

    @Override
    public List<Limit> limits() {
        return dialect.limits();
    }

    @Override
    public Ask listing() {
        return Ask.read(LISTING_WEIGHT, at -> HttpCall.get(rest + "/api/v3/exchangeInfo", Map.of(), pace.deadline()));
    }

    @Override
    public Page page(String body) {
        return new Page(instruments.read(body), Optional.empty());
    }

    @Override
    public void keep(int book, Instrument instrument) {
        int slot = slots.add(instrument.venueSymbol());
        if (slot != book) {
            throw new IllegalStateException("book " + book + " is not the next");
        }
        slots.grid(
                slot,
                Scale.of(instrument.grid().tick()),
                Scale.of(instrument.grid().lot()));
        kept.add(instrument);
    }

    @Override
    public SequenceRule rule() {
        return new DepthSequence();
    }

    @Override
    public Optional<SnapshotSource> snapshots() {
        return Optional.of(new BinanceSnapshots(wire, rest, pace.snapshotLimit(), pace.deadline()));
    }

    @Override
    public List<Subscription> subscriptions() {
        return IntStream.iterate(0, from -> from < kept.size(), from -> from + BOOKS_A_CONNECTION)
                .mapToObj(from -> subscription(from, Math.min(kept.size(), from + BOOKS_A_CONNECTION)))
                .toList();
    }

    private Subscription subscription(int from, int to) {
        var names = kept.subList(from, to).stream()
                .flatMap(instrument -> Stream.of(depthStream(instrument), tradeStream(instrument)))
                .collect(Collectors.joining("/"));
        return new Subscription(
                stream + "/stream?streams=" + names,
                List.of(),
                IntStream.range(from, to).boxed().toList());
    }

    private static String depthStream(Instrument instrument) {
        return instrument.venueSymbol().toLowerCase(Locale.ROOT) + "@depth@100ms";
    }

    private static String tradeStream(Instrument instrument) {
        return instrument.venueSymbol().toLowerCase(Locale.ROOT) + "@trade";
    }

    /** All connections share one wire: Binance numbers each book's updates, and no connection's. */
    @Override
    public FrameReader reader(Subscription subscription) {
        return new Reader(wire);
    }

    private record Reader(DepthWire wire) implements FrameReader {

        @Override
        public Frame read(String frame) {
            return wire.read(frame) == Kind.DEPTH ? Frame.DEPTH : Frame.OTHER;
        }

        @Override
        public DepthUpdate update() {
            return wire;
        }

        @Override
        public boolean next() {
            return false;
        }
    }

    @Override
    public List<MarketNews> news(Subscription subscription, String frame) {
        var message = StreamWire.read(frame);
        if (message instanceof StreamMessage.Print print) {
            int book = slots.find(print.venueSymbol());
            return book == Slots.NONE
                    ? List.of()
                    : List.of(new MarketNews.Print(book, print.aggressor(), print.px(), print.qty(), print.at()));
        } else if (message instanceof StreamMessage.Shutdown) {
            return List.of(new MarketNews.Ending());
        } else if (message instanceof StreamMessage.Subscriptions subscriptions) {
            return List.of(alive(subscription, subscriptions.streams()));
        } else if (message instanceof StreamMessage.Refusal refusal) {
            return List.of(new MarketNews.Odd(BadFrame.UNASKED, refusal.text()));
        } else if (message instanceof StreamMessage.Unknown) {
            return List.of(new MarketNews.Odd(BadFrame.UNKNOWN_TYPE, "an event of another type than was asked for"));
        } else if (message instanceof StreamMessage.Unneeded) {
            return List.of();
        }
        throw new AssertionError(message);
    }

    private MarketNews alive(Subscription subscription, List<String> names) {
        return subscription.books().stream()
                .map(book -> depthStream(kept.get(book)))
                .filter(name -> !names.contains(name))
                .findFirst()
                .<MarketNews>map(MarketNews.Missing::new)
                .orElseGet(MarketNews.Alive::new);
    }

    @Override
    public Optional<String> probe(long id) {
        return Optional.of(StreamWire.listSubscriptions(id));
    }

    /** Snapshots are asked for over REST. */
    @Override
    public List<String> resubscribe(int book) {
        return List.of();
    }
}
