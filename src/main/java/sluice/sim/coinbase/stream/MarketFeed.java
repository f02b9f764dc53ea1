package sluice.sim.coinbase.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import sluice.sim.ExchangeListener;
import sluice.sim.LevelChange;
import sluice.sim.Listing;
import sluice.sim.Print;
import sluice.sim.coinbase.endpoint.Floor;
import sluice.sim.coinbase.endpoint.ProductJson;
import sluice.sim.coinbase.endpoint.Texts;
import sluice.sim.front.Json;

/**
 * The market channels: books every 50 ms, trades every 250 ms, tickers as trades come. Confined to the simulator's
 * thread.
 */
final class MarketFeed implements ExchangeListener {

    private static final long BOOKS = 50;
    private static final long TRADES = 250;
    private static final long TICKERS = 5_000;
    private static final int SHOWN = 100;

    private final Floor floor;
    private final Lines lines;
    private final Map<String, BookBatch> books = new LinkedHashMap<>();
    private final Map<String, List<Print>> prints = new LinkedHashMap<>();
    private final Map<String, Print> ticks = new LinkedHashMap<>();
    private long lastMillis;

    MarketFeed(Floor floor, Lines lines) {
        this.floor = floor;
        this.lines = lines;
        floor.exchange().listen(this);
    }

    /** What a new subscription begins with. */
    void begin(Line line, Channel channel, List<String> products) {
        for (var product : products) {
            switch (channel) {
                case LEVEL2 -> book(line, product);
                case MARKET_TRADES ->
                    lines.send(
                            line,
                            channel,
                            product,
                            trades("snapshot", floor.tape().last(product, SHOWN)));
                case TICKER, TICKER_BATCH ->
                    floor.tape()
                            .last(product)
                            .ifPresent(print -> lines.send(line, channel, product, ticker("snapshot", print)));
                case HEARTBEATS, STATUS, CANDLES, USER -> {}
            }
        }
        if (channel == Channel.STATUS) {
            lines.send(line, channel, "", status());
        }
    }

    /** The book as it is; what waits to be told would be told of again, which changes nothing. */
    private void book(Line line, String product) {
        var picture = floor.exchange().picture(product, Integer.MAX_VALUE);
        lines.send(line, Channel.LEVEL2, product, BookBatch.snapshot(product, picture));
    }

    @Override
    public void booksChanged(String symbol, long firstUpdateId, long lastUpdateId, List<LevelChange> changes) {
        if (!lines.listening(Channel.LEVEL2, symbol).isEmpty()) {
            books.computeIfAbsent(symbol, key -> new BookBatch()).add(changes);
        }
    }

    @Override
    public void printed(Print print) {
        prints.computeIfAbsent(print.symbol(), key -> new ArrayList<>()).add(print);
        ticks.put(print.symbol(), print);
    }

    void turn() {
        var millis = floor.now().toEpochMilli();
        if (millis / BOOKS != lastMillis / BOOKS) {
            books();
        }
        tickers(Channel.TICKER, Set.copyOf(ticks.keySet()));
        ticks.clear();
        if (millis / TRADES != lastMillis / TRADES) {
            prints.forEach((product, since) -> lines.send(
                    lines.listening(Channel.MARKET_TRADES, product),
                    Channel.MARKET_TRADES,
                    product,
                    trades("update", since)));
            prints.clear();
        }
        if (millis / TICKERS != lastMillis / TICKERS) {
            var all = floor.exchange().listings().stream().map(Listing::symbol).toList();
            tickers(Channel.TICKER_BATCH, Set.copyOf(all));
        }
        lastMillis = millis;
    }

    private void books() {
        books.values().removeIf(BookBatch::isEmpty);
        books.forEach((product, batch) -> {
            var to = lines.listening(Channel.LEVEL2, product);
            lines.send(to, Channel.LEVEL2, product, batch.take(product, Texts.time(floor.serverTime())));
        });
    }

    private void tickers(Channel channel, Set<String> products) {
        for (var product : products) {
            var to = lines.listening(channel, product);
            if (!to.isEmpty()) {
                floor.tape()
                        .last(product)
                        .ifPresent(print -> lines.send(to, channel, product, ticker("update", print)));
            }
        }
    }

    /** The newest first. */
    private String trades(String type, List<Print> since) {
        var newest = new ArrayList<>(since);
        Collections.reverse(newest);
        var event = Json.object().put("type", type);
        event.set("trades", Json.array(newest, print -> ProductJson.trade(floor, print.symbol(), print)));
        return events(event);
    }

    private String ticker(String type, Print print) {
        var top = floor.exchange().picture(print.symbol(), 1);
        var ticker = Json.object().put("type", "ticker").put("product_id", print.symbol());
        ticker.put("price", print.px().plain()).put("volume_24_h", "0");
        for (var name : List.of("low_24_h", "high_24_h", "low_52_w", "high_52_w")) {
            ticker.put(name, print.px().plain());
        }
        ticker.put("price_percent_chg_24_h", "0");
        for (var bid : top.bids()) {
            ticker.put("best_bid", bid.px().plain())
                    .put("best_bid_quantity", bid.qty().plain());
        }
        for (var ask : top.asks()) {
            ticker.put("best_ask", ask.px().plain())
                    .put("best_ask_quantity", ask.qty().plain());
        }
        var event = Json.object().put("type", type);
        event.putArray("tickers").add(ticker);
        return events(event);
    }

    private String status() {
        var event = Json.object().put("type", "snapshot");
        event.set("products", Json.array(floor.exchange().listings(), MarketFeed::status));
        return events(event);
    }

    private static ObjectNode status(Listing listing) {
        return Json.object()
                .put("product_type", "SPOT")
                .put("id", listing.symbol())
                .put("base_currency", listing.base())
                .put("quote_currency", listing.quote())
                .put("base_increment", Texts.plain(listing.lot()))
                .put("quote_increment", Texts.plain(listing.tick()))
                .put("display_name", listing.base() + "/" + listing.quote())
                .put("status", "online")
                .put("status_message", "")
                .put("min_market_funds", Texts.plain(listing.bounds().minNotional()));
    }

    static String events(JsonNode event) {
        return "[" + Json.text(event) + "]";
    }
}
