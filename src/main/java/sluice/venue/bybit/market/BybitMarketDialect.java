package sluice.venue.bybit.market;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import sluice.market.Instrument;
import sluice.market.VenueId;
import sluice.net.HttpCall;
import sluice.net.feed.MarketDialect;
import sluice.net.feed.MarketNews;
import sluice.net.feed.Rates;
import sluice.net.feed.Subscription;
import sluice.net.feed.book.FrameReader;
import sluice.net.feed.book.SequenceRule;
import sluice.net.feed.book.SnapshotSource;
import sluice.net.gate.Ask;
import sluice.net.gate.Dialect;
import sluice.net.limit.Limit;
import sluice.net.text.MalformedFrameException;
import sluice.net.text.UnableToReadException;
import sluice.venue.BadFrame;
import sluice.venue.bybit.market.wire.InstrumentWire;
import sluice.venue.bybit.market.wire.StreamMessage;
import sluice.venue.bybit.market.wire.StreamWire;
import sluice.venue.bybit.market.wire.Subscriptions;
import sluice.venue.bybit.names.Category;

/**
 * Market data of Bybit: spot and linear each on a socket of its own, where the same symbol means another thing; books
 * that begin with a snapshot on the stream, prints, and what perpetuals are marked at. Confined to its session.
 */
public final class BybitMarketDialect implements MarketDialect {

    /**
     * Connect: "Do not frequently connect and disconnect"; at most "500 connections within 5 minutes" a domain; and
     * "send the ping heartbeat packet every 20 seconds".
     */
    public static final Rates RATES = new Rates(400, Duration.ofMinutes(5), 20, Duration.ofSeconds(20));

    private final Place place;
    private final BybitMarketRest rest;
    private final InstrumentWire instruments;
    private final Map<Category, CategoryStreams> streams = new TreeMap<>();
    private final Tickers tickers = new Tickers();

    /**
     * Where the market data is, and how much of it.
     *
     * @param rest scheme, host and port, without a path
     * @param streams the same of the public sockets
     * @param depth levels a side: 1, 50, 200 or 1000
     * @param deadline of a call
     */
    public record Place(String rest, String streams, int depth, Duration deadline) {}

    public BybitMarketDialect(VenueId venue, Place place, BybitMarketRest rest) {
        this.place = place;
        this.rest = rest;
        this.instruments = new InstrumentWire(venue);
        for (var category : Category.values()) {
            var url = place.streams() + "/v5/public/" + category.wireName();
            streams.put(category, new CategoryStreams(category, url, place.depth()));
        }
    }

    @Override
    public Dialect rest() {
        return rest;
    }

    @Override
    public List<Limit> limits() {
        return rest.limits();
    }

    @Override
    public Ask listing() {
        return page(Category.SPOT, Optional.empty());
    }

    private Ask page(Category category, Optional<String> cursor) {
        var url = place.rest() + InstrumentWire.path(category, cursor);
        return Ask.read(1, at -> HttpCall.get(url, Map.of(), place.deadline()));
    }

    /** Spot has one page; the pages of linear follow it. */
    @Override
    public Page page(String body) {
        return reading(() -> {
            var page = instruments.read(body);
            var more = page.next().map(cursor -> page(page.category(), Optional.of(cursor)));
            var isSpot = page.category() == Category.SPOT;
            return new Page(page.instruments(), isSpot ? Optional.of(page(Category.LINEAR, Optional.empty())) : more);
        });
    }

    @Override
    public void keep(int book, Instrument instrument) {
        of(streams, Category.of(instrument.symbol())).keep(book, instrument);
    }

    @Override
    public SequenceRule rule() {
        return new UpdateSequence();
    }

    /** The stream begins with one. */
    @Override
    public Optional<SnapshotSource> snapshots() {
        return Optional.empty();
    }

    @Override
    public List<Subscription> subscriptions() {
        var all = new ArrayList<Subscription>();
        streams.values().forEach(category -> all.addAll(category.subscriptions()));
        return all;
    }

    @Override
    public FrameReader reader(Subscription subscription) {
        return at(subscription).reader();
    }

    private CategoryStreams at(Subscription subscription) {
        return streams.values().stream()
                .filter(category -> category.isAt(subscription))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public List<MarketNews> news(Subscription subscription, String frame) {
        return reading(() -> news(at(subscription), StreamWire.read(frame)));
    }

    private List<MarketNews> news(CategoryStreams category, StreamMessage message) {
        if (message instanceof StreamMessage.Prints prints) {
            return category.find(prints.venueSymbol()).stream()
                    .mapToObj(book -> prints(book, prints))
                    .flatMap(List::stream)
                    .toList();
        } else if (message instanceof StreamMessage.Ticker ticker) {
            return category.find(ticker.venueSymbol()).stream()
                    .mapToObj(book -> tickers.take(book, ticker))
                    .flatMap(List::stream)
                    .toList();
        } else if (message instanceof StreamMessage.Answered answered) {
            return answered(answered);
        } else if (message instanceof StreamMessage.Pong) {
            return List.of(new MarketNews.Alive());
        } else if (message instanceof StreamMessage.Unknown) {
            return List.of(new MarketNews.Odd(BadFrame.UNKNOWN_TYPE, "a topic that was not asked for"));
        } else if (message instanceof StreamMessage.Unneeded) {
            return List.of();
        }
        throw new AssertionError(message);
    }

    private static List<MarketNews> prints(int book, StreamMessage.Prints prints) {
        return prints.prints().stream()
                .<MarketNews>map(
                        print -> new MarketNews.Print(book, print.aggressor(), print.px(), print.qty(), print.at()))
                .toList();
    }

    private static List<MarketNews> answered(StreamMessage.Answered answered) {
        if (answered.success()) {
            return List.of();
        }
        return List.of(
                CategoryStreams.isOfSubscription(answered.requestId())
                        ? new MarketNews.Refused(answered.text())
                        : new MarketNews.Odd(BadFrame.UNASKED, answered.text()));
    }

    @Override
    public Optional<String> probe(long id) {
        return Optional.of(Subscriptions.ping("ping" + id));
    }

    @Override
    public List<String> resubscribe(int book) {
        return streams.values().stream()
                .filter(category -> category.has(book))
                .findFirst()
                .orElseThrow()
                .resubscribe(book);
    }

    private static <T> T of(Map<Category, T> all, Category category) {
        return Optional.ofNullable(all.get(category)).orElseThrow();
    }

    private static <T> T reading(Supplier<T> read) {
        try {
            return read.get();
        } catch (UnableToReadException e) {
            throw new MalformedFrameException(String.valueOf(e.getMessage()), e);
        }
    }
}
