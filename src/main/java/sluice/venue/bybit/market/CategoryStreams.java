package sluice.venue.bybit.market;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import sluice.market.Instrument;
import sluice.market.book.Scale;
import sluice.net.feed.Subscription;
import sluice.net.text.Slots;
import sluice.venue.bybit.market.wire.BookWire;
import sluice.venue.bybit.market.wire.StreamWire;
import sluice.venue.bybit.market.wire.Subscriptions;
import sluice.venue.bybit.names.Category;

/** What is kept of one category: its books, their topics, and the connections they need. Confined to its session. */
final class CategoryStreams {

    private static final String TOPICS = "topics";

    private final Category category;
    private final String url;
    private final int depth;
    private final Slots slots = new Slots();
    private final BookWire wire = new BookWire(slots);
    private final List<Integer> books = new ArrayList<>();
    private final List<String> venueSymbols = new ArrayList<>();
    private final Map<String, Integer> byVenueSymbol = new HashMap<>();
    private int requests;

    CategoryStreams(Category category, String url, int depth) {
        this.category = category;
        this.url = url;
        this.depth = depth;
    }

    void keep(int book, Instrument instrument) {
        var name = instrument.venueSymbol();
        int slot = slots.add(BookWire.topic(depth, name));
        slots.grid(
                slot,
                Scale.of(instrument.grid().tick()),
                Scale.of(instrument.grid().lot()));
        books.add(book);
        venueSymbols.add(name);
        byVenueSymbol.put(name, book);
    }

    /** The book of a symbol of this category. */
    OptionalInt find(String venueSymbol) {
        return Optional.ofNullable(byVenueSymbol.get(venueSymbol)).stream()
                .mapToInt(Integer::intValue)
                .findFirst();
    }

    boolean has(int book) {
        return books.contains(book);
    }

    boolean isAt(Subscription subscription) {
        return subscription.url().equals(url);
    }

    BookReader reader() {
        return new BookReader(wire, books.stream().mapToInt(Integer::intValue).toArray());
    }

    /** As many connections as the length of their topics makes necessary. */
    List<Subscription> subscriptions() {
        var all = new ArrayList<Subscription>();
        var topics = new ArrayList<String>();
        int length = 0;
        int from = 0;
        for (int i = 0; i < books.size(); i++) {
            var more = topics(venueSymbols.get(i));
            int longer = more.stream().mapToInt(topic -> topic.length() + 3).sum();
            if (length + longer > Subscriptions.LONGEST_ARGS) {
                all.add(subscription(topics, from, i));
                topics.clear();
                length = 0;
                from = i;
            }
            topics.addAll(more);
            length += longer;
        }
        if (!topics.isEmpty()) {
            all.add(subscription(topics, from, books.size()));
        }
        return all;
    }

    private Subscription subscription(List<String> topics, int from, int to) {
        var hello = Subscriptions.batches(category, topics).stream()
                .map(batch -> Subscriptions.subscribe(TOPICS + ++requests, batch))
                .toList();
        return new Subscription(url, hello, books.subList(from, to));
    }

    private List<String> topics(String venueSymbol) {
        var books = Stream.of(BookWire.topic(depth, venueSymbol), StreamWire.tradesTopic(venueSymbol));
        var marks = category == Category.LINEAR ? Stream.of(StreamWire.tickerTopic(venueSymbol)) : Stream.<String>of();
        return Stream.concat(books, marks).toList();
    }

    /** The stream begins a topic with its snapshot, so it is left and begun again. */
    List<String> resubscribe(int book) {
        var topic = List.of(BookWire.topic(depth, venueSymbols.get(books.indexOf(book))));
        return List.of(
                Subscriptions.unsubscribe("leave" + ++requests, topic),
                Subscriptions.subscribe(TOPICS + ++requests, topic));
    }

    /** Whether this answer is to a subscription, without which nothing comes. */
    static boolean isOfSubscription(String requestId) {
        return requestId.startsWith(TOPICS) || requestId.isEmpty();
    }
}
