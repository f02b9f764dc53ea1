package sluice.sim.bybit.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import sluice.sim.ExchangeListener;
import sluice.sim.LevelChange;
import sluice.sim.Listing;
import sluice.sim.Print;
import sluice.sim.bybit.call.Category;
import sluice.sim.bybit.endpoint.BybitFloor;
import sluice.sim.bybit.json.TickerJson;
import sluice.sim.bybit.json.Wire;
import sluice.sim.front.FaultKind;
import sluice.sim.front.Json;
import sluice.sim.front.Occasion;
import sluice.sim.front.Outbox;
import sluice.sim.front.Push;
import sluice.sim.front.StreamFaults.Nature;
import sluice.sim.front.tape.Tape;

/** One category's public topics, and who listens to them. Confined to the simulator's thread. */
public final class PublicTopics implements ExchangeListener {

    private static final long TICKER_MILLIS = 100;
    private static final int MOST_TRADES = 1_024;

    private final BybitFloor floor;
    private final Category category;
    private final Outbox outbox;
    private final TickerJson tickers;
    private final Map<PublicTopic, Set<Long>> subscribers = new LinkedHashMap<>();
    private final Map<PublicTopic, Book> books = new HashMap<>();
    private final Map<String, ArrayNode> trades = new LinkedHashMap<>();
    private final Map<PublicTopic, JsonNode> tickersTold = new HashMap<>();
    private final Map<String, Occasion> occasions = new HashMap<>();
    private final Map<String, Print> lastPrints = new HashMap<>();
    private long tickerTurn;

    public PublicTopics(BybitFloor floor, Category category, Outbox outbox) {
        this.floor = floor;
        this.category = category;
        this.outbox = outbox;
        var tape = new Tape();
        this.tickers = new TickerJson(floor.exchange(), tape);
        floor.exchange().listen(tape);
        floor.exchange().listen(this);
    }

    String category() {
        return category.wire();
    }

    boolean isSpot() {
        return category == Category.SPOT;
    }

    /** Whether there is such a topic. */
    boolean knows(String topic) {
        return listing(topic).isPresent();
    }

    void subscribe(long conn, String text) {
        var topic = PublicTopic.of(text).orElseThrow();
        subscribers.computeIfAbsent(topic, name -> new LinkedHashSet<>()).add(conn);
        var listing = listing(text).orElseThrow();
        switch (topic.kind()) {
            case BOOK ->
                push(Set.of(conn), topic, "snapshot", book(topic, listing).snapshot());
            case TICKER -> {
                tickersTold.put(topic, changing(listing));
                push(Set.of(conn), topic, "snapshot", isSpot() ? tickers.spot(listing) : tickers.of(listing));
            }
            case TRADES -> trades.remove(listing.symbol());
        }
    }

    void unsubscribe(long conn, String text) {
        PublicTopic.of(text).ifPresent(topic -> {
            var listeners = subscribers.getOrDefault(topic, new LinkedHashSet<>());
            listeners.remove(conn);
            if (listeners.isEmpty()) {
                subscribers.remove(topic);
                books.remove(topic);
                tickersTold.remove(topic);
            }
        });
    }

    @Override
    public void booksChanged(String symbol, long firstUpdateId, long lastUpdateId, List<LevelChange> changes) {
        for (var book : books.values()) {
            if (book.listing().symbol().equals(symbol)) {
                book.changed();
            }
        }
    }

    @Override
    public void printed(Print print) {
        var listing = floor.names().listing(print.symbol());
        var last = Optional.ofNullable(lastPrints.put(print.symbol(), print));
        if (Category.of(listing) == category && isWatched(listing)) {
            trades.computeIfAbsent(print.symbol(), symbol -> Json.array()).add(trade(listing, print, last));
        }
    }

    /** Publishes what has become due. */
    public void turn() {
        var millis = floor.now().toEpochMilli();
        var isTickerTime = millis / TICKER_MILLIS != tickerTurn;
        tickerTurn = millis / TICKER_MILLIS;
        for (var topic : List.copyOf(subscribers.keySet())) {
            switch (topic.kind()) {
                case BOOK -> book(topic);
                case TRADES -> trades(topic);
                case TICKER -> {
                    if (isTickerTime) {
                        ticker(topic);
                    }
                }
            }
        }
    }

    /** Every book begins anew; {@code restarted} when the service itself was. */
    public void restart(boolean restarted) {
        books.forEach((topic, book) -> anew(topic, book, restarted));
    }

    private void anew(PublicTopic topic, Book book, boolean restarted) {
        var picture = floor.exchange().picture(book.listing().symbol(), book.depth());
        push(listeners(topic), topic, "snapshot", book.anew(picture, restarted, floor.now()));
    }

    private void book(PublicTopic topic) {
        var book = Optional.ofNullable(books.get(topic)).orElseThrow();
        var fault = floor.faults().fireNamed(FaultKind.RESTART, occasion(topic), floor.now());
        if (fault.isPresent()) {
            anew(topic, book, fault.get().text("soft").isEmpty());
        } else if (book.isDue(floor.now())) {
            var type = book.depth() == 1 ? "snapshot" : "delta";
            var picture = floor.exchange().picture(book.listing().symbol(), book.depth());
            book.next(picture, floor.now()).ifPresent(data -> push(listeners(topic), topic, type, data));
        }
        if (book.isToBeRestated(floor.now())) {
            push(listeners(topic), topic, "snapshot", book.restated(floor.now()));
        }
    }

    private void trades(PublicTopic topic) {
        var symbol = listing(topic).symbol();
        var waiting = trades.remove(symbol);
        while (waiting != null && !waiting.isEmpty()) {
            var some = Json.array();
            while (!waiting.isEmpty() && some.size() < MOST_TRADES) {
                some.add(waiting.remove(0));
            }
            push(listeners(topic), topic, "snapshot", some);
        }
    }

    private void ticker(PublicTopic topic) {
        var listing = listing(topic);
        var told = changing(listing);
        if (!told.equals(tickersTold.put(topic, told))) {
            push(listeners(topic), topic, category.pick("snapshot", "delta"), told);
        }
    }

    private ObjectNode changing(Listing listing) {
        return listing.isPerpetual() ? tickers.changing(listing) : tickers.spot(listing);
    }

    private ObjectNode trade(Listing listing, Print print, Optional<Print> last) {
        var json = Json.object().put("T", print.at().toEpochMilli()).put("s", listing.name());
        json.put("S", Wire.side(print.aggressor())).put("v", print.qty().plain());
        json.put("p", Wire.px(listing, print.px()));
        if (listing.isPerpetual()) {
            json.put("L", direction(print, last));
        }
        json.put("i", floor.names().id(listing.symbol(), print.tradeId()));
        json.put("BT", false).put("RPI", false);
        return json.put("seq", floor.exchange().picture(listing.symbol(), 1).lastUpdateId());
    }

    private static String direction(Print print, Optional<Print> last) {
        var moved = last.map(before -> print.px().compareTo(before.px())).orElse(0);
        return moved == 0 ? "ZeroPlusTick" : moved > 0 ? "PlusTick" : "MinusTick";
    }

    private Book book(PublicTopic topic, Listing listing) {
        return books.computeIfAbsent(
                topic,
                name -> new Book(
                        listing, name.depth(), floor.exchange().picture(listing.symbol(), name.depth()), floor.now()));
    }

    private Optional<Listing> listing(String topic) {
        return PublicTopic.of(topic).flatMap(name -> floor.names().listing(category, name.symbol()));
    }

    private Listing listing(PublicTopic topic) {
        return floor.names().listing(category, topic.symbol()).orElseThrow();
    }

    private Occasion occasion(PublicTopic topic) {
        return occasions.computeIfAbsent(topic.text(), text -> topic.occasion(category()));
    }

    private boolean isWatched(Listing listing) {
        return subscribers.keySet().stream()
                .anyMatch(topic -> topic.kind() == PublicTopic.Kind.TRADES
                        && topic.symbol().equals(listing.name()));
    }

    private Set<Long> listeners(PublicTopic topic) {
        return Set.copyOf(subscribers.getOrDefault(topic, Set.of()));
    }

    /** The fields' order is another on spot and for level 1 than on linear. */
    private void push(Set<Long> conns, PublicTopic topic, String type, JsonNode data) {
        var json = Json.object().put("topic", topic.text());
        var ts = floor.millis();
        if (isSpot() || topic.depth() == 1) {
            json.put("ts", ts).put("type", type);
        } else {
            json.put("type", type).put("ts", ts);
        }
        json.set("data", data);
        if (topic.kind() == PublicTopic.Kind.BOOK) {
            json.put("cts", ts);
        }
        var text = Json.text(json);
        var nature = topic.kind() == PublicTopic.Kind.BOOK ? Nature.BOOK : Nature.MARKET;
        conns.forEach(conn -> outbox.push(Push.Text.now(conn, text), occasion(topic), nature));
    }
}
