package sluice.sim.binance.endpoint;

import static sluice.sim.binance.call.Padded.fixed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import sluice.market.Side;
import sluice.market.book.Level;
import sluice.sim.Listing;
import sluice.sim.Print;
import sluice.sim.binance.call.Params;
import sluice.sim.binance.call.Refusal;
import sluice.sim.front.Json;
import sluice.sim.front.tape.Candle;
import sluice.sim.front.tape.Tape;

/** What anybody may ask: the time, the symbols, books, trades and prices. */
final class MarketEndpoints {

    private static final int DEEPEST = 5_000;

    private static final Map<String, Duration> INTERVALS = Map.of(
            "1s", Duration.ofSeconds(1),
            "1m", Duration.ofMinutes(1),
            "3m", Duration.ofMinutes(3),
            "5m", Duration.ofMinutes(5),
            "15m", Duration.ofMinutes(15),
            "30m", Duration.ofMinutes(30),
            "1h", Duration.ofHours(1),
            "4h", Duration.ofHours(4),
            "1d", Duration.ofDays(1));

    private final Floor floor;
    private final Tape tape = new Tape();

    MarketEndpoints(Floor floor) {
        this.floor = floor;
        floor.exchange().listen(tape);
    }

    List<Endpoint> all() {
        return List.of(
                Endpoint.open("GET /api/v3/ping", "ping", 1, call -> Json.object()),
                Endpoint.open(
                        "GET /api/v3/time",
                        "time",
                        1,
                        call -> Json.object()
                                .put("serverTime", floor.serverTime().toEpochMilli())),
                Endpoint.open("GET /api/v3/exchangeInfo", "exchangeInfo", 20, this::exchangeInfo),
                Endpoint.open("GET /api/v3/depth", "depth", MarketEndpoints::depthWeight, this::depth),
                Endpoint.open("GET /api/v3/trades", "trades.recent", 25, call -> trades(call, MarketEndpoints::trade)),
                Endpoint.open(
                        "GET /api/v3/aggTrades",
                        "trades.aggregate",
                        4,
                        call -> trades(call, MarketEndpoints::aggregate)),
                Endpoint.open("GET /api/v3/klines", "klines", 2, this::candles),
                Endpoint.open("GET /api/v3/ticker/bookTicker", "ticker.book", 2, call -> each(call, this::bookTicker)),
                Endpoint.open("GET /api/v3/ticker/price", "ticker.price", 2, call -> each(call, this::price)),
                Endpoint.open("GET /api/v3/ticker/24hr", "ticker.24hr", 2, call -> each(call, this::day)));
    }

    private JsonNode exchangeInfo(Call call) {
        var asked = symbols(call.params());
        call.params().text("permissions");
        call.params().text("symbolStatus");
        call.params().text("showPermissionSets");
        var listings = asked.orElse(floor.exchange().listings());
        var json = Json.object().put("timezone", "UTC");
        json.put("serverTime", floor.serverTime().toEpochMilli());
        json.set("rateLimits", InstrumentJson.rateLimits(floor.limits()));
        json.set("exchangeFilters", Json.array());
        json.set("symbols", Json.array(listings, InstrumentJson::symbol));
        return json;
    }

    /** rest-api, "Order book": weight by limit, 1-100: 5, 101-500: 25, 501-1000: 50, 1001-5000: 250. */
    private static int depthWeight(Params params) {
        var limit = params.limit(100, DEEPEST);
        if (limit <= 100) {
            return 5;
        }
        return limit <= 500 ? 25 : limit <= 1_000 ? 50 : 250;
    }

    private JsonNode depth(Call call) {
        var listing = floor.listing(call.params().mustText("symbol"));
        var picture = floor.exchange().picture(listing.symbol(), call.params().limit(100, DEEPEST));
        var json = Json.object().put("lastUpdateId", picture.lastUpdateId());
        json.set("bids", levels(picture.bids()));
        json.set("asks", levels(picture.asks()));
        return json;
    }

    private static ArrayNode levels(List<Level> levels) {
        return Json.array(
                levels,
                level -> Json.array()
                        .add(fixed(level.px().value()))
                        .add(fixed(level.qty().value())));
    }

    private JsonNode trades(Call call, Function<Print, ObjectNode> form) {
        var listing = floor.listing(call.params().mustText("symbol"));
        return Json.array(tape.last(listing.symbol(), call.params().limit(500, 1_000)), form);
    }

    /** rest-api, "Kline/Candlestick data": oldest first, the newest as many as are asked for. */
    private JsonNode candles(Call call) {
        var params = call.params();
        var listing = floor.listing(params.mustText("symbol"));
        var lasting = Optional.ofNullable(INTERVALS.get(params.mustText("interval")))
                .orElseThrow(() -> Refusal.invalid("interval"));
        var all = Candle.of(tape.last(listing.symbol(), 1_000), lasting);
        var limit = params.limit(500, 1_000);
        return Json.array(
                all.subList(Math.max(0, all.size() - limit), all.size()),
                candle -> Json.array()
                        .add(candle.opens().toEpochMilli())
                        .add(fixed(candle.prices().open().value()))
                        .add(fixed(candle.prices().high().value()))
                        .add(fixed(candle.prices().low().value()))
                        .add(fixed(candle.prices().close().value()))
                        .add(fixed(candle.volume()))
                        .add(candle.opens().plus(lasting).toEpochMilli() - 1)
                        .add(fixed(candle.turnover()))
                        .add(candle.prints())
                        .add(fixed(BigDecimal.ZERO))
                        .add(fixed(BigDecimal.ZERO))
                        .add("0"));
    }

    private static ObjectNode trade(Print print) {
        var quote = print.px().value().multiply(print.qty().value());
        return Json.object()
                .put("id", print.tradeId())
                .put("price", fixed(print.px().value()))
                .put("qty", fixed(print.qty().value()))
                .put("quoteQty", fixed(quote))
                .put("time", print.at().toEpochMilli())
                .put("isBuyerMaker", print.aggressor() == Side.SELL)
                .put("isBestMatch", true);
    }

    private static ObjectNode aggregate(Print print) {
        return Json.object()
                .put("a", print.tradeId())
                .put("p", fixed(print.px().value()))
                .put("q", fixed(print.qty().value()))
                .put("f", print.tradeId())
                .put("l", print.tradeId())
                .put("T", print.at().toEpochMilli())
                .put("m", print.aggressor() == Side.SELL)
                .put("M", true);
    }

    /** One object when one symbol was asked for, else a list. */
    private JsonNode each(Call call, Function<Listing, ObjectNode> form) {
        call.params().text("type");
        var single = call.params().text("symbol").map(floor::listing);
        if (single.isPresent()) {
            return form.apply(single.get());
        }
        return Json.array(symbols(call.params()).orElse(floor.exchange().listings()), form);
    }

    private ObjectNode bookTicker(Listing listing) {
        var top = floor.exchange().picture(listing.symbol(), 1);
        var json = Json.object().put("symbol", listing.symbol());
        put(json, "bid", top.bids());
        put(json, "ask", top.asks());
        return json;
    }

    private static void put(ObjectNode json, String side, List<Level> levels) {
        var best = levels.stream().findFirst();
        json.put(side + "Price", best.map(level -> fixed(level.px().value())).orElse("0.00000000"));
        json.put(side + "Qty", best.map(level -> fixed(level.qty().value())).orElse("0.00000000"));
    }

    private ObjectNode price(Listing listing) {
        return Json.object().put("symbol", listing.symbol()).put("price", last(listing));
    }

    private ObjectNode day(Listing listing) {
        var prints = tape.last(listing.symbol(), Integer.MAX_VALUE);
        var now = floor.serverTime().toEpochMilli();
        var json = Json.object().put("symbol", listing.symbol());
        var first = prints.isEmpty() ? last(listing) : fixed(prints.get(0).px().value());
        json.put("openPrice", first).put("lastPrice", last(listing));
        json.put("highPrice", extreme(prints, listing, true)).put("lowPrice", extreme(prints, listing, false));
        var change = new BigDecimal(last(listing)).subtract(new BigDecimal(first));
        json.put("priceChange", fixed(change));
        var volume = prints.stream().map(print -> print.qty().value()).reduce(BigDecimal.ZERO, BigDecimal::add);
        json.put("volume", fixed(volume));
        json.setAll(bookTicker(listing));
        json.put("openTime", now - 86_400_000).put("closeTime", now);
        return json.put("count", prints.size());
    }

    private String extreme(List<Print> prints, Listing listing, boolean high) {
        var prices = prints.stream().map(Print::px);
        var found = high ? prices.max(Comparator.naturalOrder()) : prices.min(Comparator.naturalOrder());
        return found.map(px -> fixed(px.value())).orElse(last(listing));
    }

    private String last(Listing listing) {
        var px = tape.last(listing.symbol())
                .map(Print::px)
                .orElseGet(() -> floor.exchange().mid(listing.symbol()));
        return fixed(px.value());
    }

    private Optional<List<Listing>> symbols(Params params) {
        var one = params.text("symbol");
        var many = params.text("symbols");
        if (one.isPresent() && many.isPresent()) {
            throw Refusal.badCombination();
        }
        return many.map(MarketEndpoints::names)
                .or(() -> one.map(List::of))
                .map(names -> names.stream().map(floor::listing).toList());
    }

    private static List<String> names(String list) {
        var tree =
                Json.read(list).filter(JsonNode::isArray).orElseThrow(() -> Refusal.illegal("symbols", "a JSON list"));
        var names = StreamSupport.stream(tree.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
        if (new LinkedHashSet<>(names).size() < names.size()) {
            throw new Refusal(400, -1151, "Symbol is present multiple times in the list.");
        }
        return names;
    }
}
