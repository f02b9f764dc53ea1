package sluice.sim.binance.stream;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import sluice.market.Side;
import sluice.market.book.Level;
import sluice.sim.Exchange;
import sluice.sim.ExchangeListener;
import sluice.sim.LevelChange;
import sluice.sim.Print;
import sluice.sim.binance.call.Padded;
import sluice.sim.binance.stream.StreamName.Kind;
import sluice.sim.front.Json;
import sluice.sim.front.Occasion;
import sluice.sim.front.Outbox;
import sluice.sim.front.Push;
import sluice.sim.front.StreamFaults.Nature;

/** The market streams somebody listens to, and who. Confined to the simulator's thread. */
public final class MarketStreams implements ExchangeListener {

    private static final long FAST = 100;
    private static final long SLOW = 1_000;

    private final Exchange exchange;
    private final Function<Instant, Instant> serverTime;
    private final Outbox outbox;
    private final Map<StreamName, Set<Subscriber>> subscribers = new LinkedHashMap<>();
    private final Map<StreamName, DepthBatch> batches = new HashMap<>();
    private final Map<String, Level> tops = new HashMap<>();
    private final Set<StreamName> changed = new HashSet<>();
    private long fastTurn;
    private long slowTurn;

    private record Subscriber(long conn, boolean combined) {}

    public MarketStreams(Exchange exchange, Function<Instant, Instant> serverTime, Outbox outbox) {
        this.exchange = exchange;
        this.serverTime = serverTime;
        this.outbox = outbox;
        exchange.listen(this);
    }

    public void subscribe(long conn, String stream, boolean combined) {
        StreamName.of(stream).ifPresent(name -> {
            var listeners = subscribers.computeIfAbsent(name, key -> new LinkedHashSet<>());
            listeners.removeIf(subscriber -> subscriber.conn() == conn);
            listeners.add(new Subscriber(conn, combined));
            changed.add(name);
        });
    }

    public void unsubscribe(long conn, String stream) {
        StreamName.of(stream).ifPresent(name -> {
            var listeners = subscribers.getOrDefault(name, new LinkedHashSet<>());
            listeners.removeIf(subscriber -> subscriber.conn() == conn);
            if (listeners.isEmpty()) {
                subscribers.remove(name);
                batches.remove(name);
            }
        });
    }

    @Override
    public void booksChanged(String symbol, long firstUpdateId, long lastUpdateId, List<LevelChange> changes) {
        for (var name : subscribers.keySet()) {
            if (!name.symbol().equals(symbol)) {
                continue;
            }
            if (name.kind() == Kind.DEPTH) {
                batches.computeIfAbsent(name, key -> new DepthBatch()).add(firstUpdateId, lastUpdateId, changes);
            }
            changed.add(name);
        }
    }

    @Override
    public void printed(Print print) {
        for (var name : List.copyOf(subscribers.keySet())) {
            if (!name.symbol().equals(print.symbol())) {
                continue;
            }
            if (name.kind() == Kind.TRADE) {
                publish(name, trade(print), Nature.MARKET);
            } else if (name.kind() == Kind.AGG_TRADE) {
                publish(name, aggregate(print), Nature.MARKET);
            }
        }
    }

    /** Publishes what has become due. */
    public void turn() {
        var millis = exchange.now().toEpochMilli();
        var fast = millis / FAST != fastTurn;
        var slow = millis / SLOW != slowTurn;
        fastTurn = millis / FAST;
        slowTurn = millis / SLOW;
        for (var name : List.copyOf(subscribers.keySet())) {
            if (name.kind() == Kind.BOOK_TICKER) {
                bookTicker(name);
            } else if (name.fast() ? fast : slow) {
                book(name);
            }
        }
    }

    private void book(StreamName name) {
        if (!changed.remove(name)) {
            return;
        }
        if (name.kind() == Kind.PARTIAL) {
            publish(name, partial(name), Nature.BOOK);
        } else if (name.kind() == Kind.DEPTH && batches.containsKey(name)) {
            batches.get(name).take(name.symbol(), now()).ifPresent(event -> publish(name, event, Nature.BOOK));
        }
    }

    private ObjectNode partial(StreamName name) {
        var picture = exchange.picture(name.symbol(), name.levels());
        var json = Json.object().put("lastUpdateId", picture.lastUpdateId());
        json.set("bids", levels(picture.bids()));
        json.set("asks", levels(picture.asks()));
        return json;
    }

    private void bookTicker(StreamName name) {
        if (!changed.remove(name)) {
            return;
        }
        var top = exchange.picture(name.symbol(), 1);
        if (top.bids().isEmpty() || top.asks().isEmpty()) {
            return;
        }
        var bid = top.bids().get(0);
        var ask = top.asks().get(0);
        var isSame = bid.equals(tops.put(name.text() + "b", bid));
        if (ask.equals(tops.put(name.text() + "a", ask)) && isSame) {
            return;
        }
        var json = Json.object().put("u", top.lastUpdateId()).put("s", name.symbol());
        json.put("b", Padded.fixed(bid.px().value()))
                .put("B", Padded.fixed(bid.qty().value()));
        json.put("a", Padded.fixed(ask.px().value()))
                .put("A", Padded.fixed(ask.qty().value()));
        publish(name, json, Nature.MARKET);
    }

    private ObjectNode trade(Print print) {
        var json = Json.object().put("e", "trade").put("E", now().toEpochMilli());
        json.put("s", print.symbol()).put("t", print.tradeId());
        return ending(json, print);
    }

    private ObjectNode aggregate(Print print) {
        var json = Json.object().put("e", "aggTrade").put("E", now().toEpochMilli());
        json.put("s", print.symbol()).put("a", print.tradeId());
        json.put("f", print.tradeId()).put("l", print.tradeId());
        return ending(json, print);
    }

    /** {@code m}: the buyer is the maker, so the aggressor sold. */
    private ObjectNode ending(ObjectNode json, Print print) {
        json.put("p", Padded.fixed(print.px().value()));
        json.put("q", Padded.fixed(print.qty().value()));
        var at = serverTime.apply(print.at()).toEpochMilli();
        return json.put("T", at).put("m", print.aggressor() == Side.SELL).put("M", true);
    }

    private static ArrayNode levels(List<Level> levels) {
        return Json.array(
                levels,
                level -> Json.array()
                        .add(Padded.fixed(level.px().value()))
                        .add(Padded.fixed(level.qty().value())));
    }

    private void publish(StreamName name, ObjectNode event, Nature nature) {
        var text = Json.text(event);
        var kind = name.text().substring(name.text().indexOf('@') + 1);
        var occasion = Occasion.of(name.text(), kind);
        for (var subscriber : subscribers.getOrDefault(name, Set.of())) {
            var frame = subscriber.combined() ? "{\"stream\":\"" + name.text() + "\",\"data\":" + text + "}" : text;
            outbox.push(Push.Text.now(subscriber.conn(), frame), occasion, nature);
        }
    }

    private Instant now() {
        return serverTime.apply(exchange.now());
    }
}
