package sluice.venue.coinbase.market;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sluice.market.Instrument;
import sluice.market.book.Scale;
import sluice.net.HttpCall;
import sluice.net.feed.MarketDialect;
import sluice.net.feed.MarketNews;
import sluice.net.feed.Pace;
import sluice.net.feed.Rates;
import sluice.net.feed.Subscription;
import sluice.net.feed.book.FrameReader;
import sluice.net.feed.book.SequenceRule;
import sluice.net.feed.book.SnapshotSource;
import sluice.net.gate.Ask;
import sluice.net.gate.Dialect;
import sluice.net.limit.Limit;
import sluice.venue.BadFrame;
import sluice.venue.coinbase.market.wire.FrameWire;
import sluice.venue.coinbase.market.wire.Product;
import sluice.venue.coinbase.market.wire.ProductWire;
import sluice.venue.coinbase.market.wire.Subscriptions;
import sluice.venue.coinbase.market.wire.TradeWire;

/**
 * Market data of Coinbase Advanced Trade: level2, market_trades and heartbeats, the books' snapshots in the stream.
 *
 * <p>WebSocket overview: one channel in a subscription; "you must subscribe within 5 seconds"; heartbeats each second
 * keep quiet channels open, and show by their number that nothing was missed. Confined to its session.
 */
public final class CoinbaseMarketDialect implements MarketDialect {

    /**
     * WebSocket rate limits: "8 unauthenticated messages per second per IP", of which a connection begins with three.
     */
    public static final Rates RATES = new Rates(2, Duration.ofSeconds(1), 6, Duration.ZERO);

    /** A heartbeat comes each second. */
    public static final Pace PACE = new Pace(
            0,
            Duration.ofSeconds(5),
            Duration.ofSeconds(2),
            Duration.ofSeconds(5),
            Duration.ofHours(23),
            Duration.ofMinutes(30),
            Duration.ofSeconds(10));

    /** Snapshots of several megabytes come one after the other, and a gap costs all books of a connection. */
    private static final int BOOKS_A_CONNECTION = 25;

    private static final String DEPTH = "level2";

    private final ProductWire wire;
    private final Place place;
    private final CoinbaseMarketRest dialect;
    private final SharedBooks books = new SharedBooks();
    private final FrameWire frames = new FrameWire(books.slots());
    private final Map<String, String> dataIds = new HashMap<>();
    private final List<Instrument> kept = new ArrayList<>();
    private final Map<Integer, Long> lastTrades = new HashMap<>();

    public CoinbaseMarketDialect(ProductWire wire, Place place, CoinbaseMarketRest dialect) {
        this.wire = wire;
        this.place = place;
        this.dialect = dialect;
    }

    /** Where REST and streams are, and how long a reply is waited for. */
    public record Place(String rest, String stream, Duration deadline) {}

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
        var url = place.rest() + "/api/v3/brokerage/market/products?product_type=SPOT";
        return Ask.read(1, at -> HttpCall.get(url, Map.of(), place.deadline()));
    }

    @Override
    public Page page(String body) {
        var products = wire.read(body);
        products.forEach(product -> dataIds.put(product.instrument().venueSymbol(), product.dataId()));
        return new Page(products.stream().map(Product::instrument).toList(), Optional.empty());
    }

    @Override
    public void keep(int book, Instrument instrument) {
        if (book != kept.size()) {
            throw new IllegalStateException("book " + book + " is not the next");
        }
        kept.add(instrument);
        var grid = instrument.grid();
        int slot = books.add(book, dataId(book));
        books.slots().grid(slot, Scale.of(grid.tick()), Scale.of(grid.lot()));
    }

    private String dataId(int book) {
        var name = kept.get(book).venueSymbol();
        return dataIds.getOrDefault(name, name);
    }

    @Override
    public SequenceRule rule() {
        return SequenceRule.none();
    }

    @Override
    public Optional<SnapshotSource> snapshots() {
        return Optional.empty();
    }

    @Override
    public List<Subscription> subscriptions() {
        var byProduct = new HashMap<String, List<Integer>>();
        var products = new LinkedHashSet<String>();
        for (int book = 0; book < kept.size(); book++) {
            products.add(dataId(book));
            byProduct.computeIfAbsent(dataId(book), id -> new ArrayList<>()).add(book);
        }
        var all = List.copyOf(products);
        var subscriptions = new ArrayList<Subscription>();
        for (int from = 0; from < all.size(); from += BOOKS_A_CONNECTION) {
            var some = all.subList(from, Math.min(all.size(), from + BOOKS_A_CONNECTION));
            var numbers = some.stream()
                    .flatMap(id -> byProduct.getOrDefault(id, List.of()).stream())
                    .toList();
            subscriptions.add(new Subscription(place.stream(), hello(some), numbers));
        }
        return subscriptions;
    }

    private static List<String> hello(List<String> products) {
        return List.of(
                Subscriptions.subscribe("heartbeats", List.of()),
                Subscriptions.subscribe(DEPTH, products),
                Subscriptions.subscribe("market_trades", products));
    }

    @Override
    public FrameReader reader(Subscription subscription) {
        return new CoinbaseReader(frames, books);
    }

    /** Called for the frame that was read last. */
    @Override
    public List<MarketNews> news(Subscription subscription, String frame) {
        return switch (frames.kind()) {
            case TRADES -> prints(frame);
            case HEARTBEAT -> List.of(new MarketNews.Alive());
            case UNSEQUENCED -> List.of(new MarketNews.Refused(TradeWire.error(frame)));
            case OTHER -> List.of(new MarketNews.Odd(BadFrame.UNKNOWN_TYPE, "a channel that was not asked for"));
            case DEPTH, USER, SUBSCRIPTIONS -> List.of();
        };
    }

    private List<MarketNews> prints(String frame) {
        var news = new ArrayList<MarketNews>();
        for (var print : TradeWire.read(frame)) {
            for (int book : books.of(print.product())) {
                if (isNew(book, print)) {
                    news.add(new MarketNews.Print(book, print.aggressor(), print.px(), print.qty(), print.at()));
                }
            }
        }
        return news;
    }

    /** A subscription begins with prints of before, of which those are new that came while there was none. */
    private boolean isNew(int book, TradeWire.Print print) {
        long id = print.id().matches("[0-9]{1,18}") ? Long.parseLong(print.id()) : Long.MAX_VALUE;
        var last = Optional.ofNullable(lastTrades.get(book));
        if (id != Long.MAX_VALUE && last.filter(known -> known >= id).isEmpty()) {
            lastTrades.put(book, id);
        }
        return last.map(known -> id > known).orElse(!print.restated());
    }

    /** The venue beats by itself. */
    @Override
    public Optional<String> probe(long id) {
        return Optional.empty();
    }

    @Override
    public List<String> resubscribe(int book) {
        var product = List.of(dataId(book));
        return List.of(Subscriptions.unsubscribe(DEPTH, product), Subscriptions.subscribe(DEPTH, product));
    }
}
