package sluice.sim.bybit.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import sluice.sim.Listing;
import sluice.sim.Print;
import sluice.sim.bybit.call.Category;
import sluice.sim.bybit.call.Form;
import sluice.sim.bybit.call.Refusal;
import sluice.sim.bybit.json.InstrumentJson;
import sluice.sim.bybit.json.TickerJson;
import sluice.sim.bybit.json.Wire;
import sluice.sim.front.FaultKind;
import sluice.sim.front.Json;
import sluice.sim.front.Occasion;
import sluice.sim.front.tape.Candle;
import sluice.sim.front.tape.Tape;

/** What anybody may ask. */
final class MarketEndpoints {

    private static final int DEEPEST = 1_000;

    /** v5/enum, "interval": minutes, or a day; weeks and months are not served. */
    private static final Map<String, Duration> INTERVALS = Stream.of(1, 3, 5, 15, 30, 60, 120, 240, 360, 720, 1_440)
            .collect(Collectors.toMap(
                    minutes -> minutes == 1_440 ? "D" : String.valueOf(minutes),
                    minutes -> Duration.ofMinutes(minutes)));

    private final BybitFloor floor;
    private final Tape tape = new Tape();
    private final TickerJson tickers;

    MarketEndpoints(BybitFloor floor) {
        this.floor = floor;
        this.tickers = new TickerJson(floor.exchange(), tape);
        floor.exchange().listen(tape);
    }

    List<Endpoint> all() {
        return List.of(
                Endpoint.open("/v5/market/time", this::time).as(Occasion.TIME),
                Endpoint.open("/v5/market/instruments-info", this::instruments),
                Endpoint.open("/v5/market/tickers", this::tickers),
                Endpoint.open("/v5/market/orderbook", this::book),
                Endpoint.open("/v5/market/recent-trade", this::trades),
                Endpoint.open("/v5/market/kline", this::candles),
                Endpoint.open("/v5/market/price-limit", this::priceLimit),
                Endpoint.open("/v5/system/status", this::status));
    }

    private JsonNode time(Form form) {
        var now = floor.serverTime();
        var nanos = now.getEpochSecond() * 1_000_000_000L + now.getNano();
        return Json.object()
                .put("timeSecond", String.valueOf(now.getEpochSecond()))
                .put("timeNano", String.valueOf(nanos));
    }

    /** v5/system-status: what maintenance is announced, and what is going on. */
    private JsonNode status(Form form) {
        var list = Json.array();
        floor.faults()
                .fire(FaultKind.MAINTENANCE_ANNOUNCED, Occasion.ANY, floor.now())
                .ifPresent(fault -> {
                    var begins = fault.number("begins", floor.millis());
                    var row = list.addObject().put("id", "sim").put("title", "Simulated maintenance");
                    row.put("state", begins <= floor.millis() ? "ongoing" : "scheduled")
                            .put("begin", String.valueOf(begins))
                            .put("end", String.valueOf(fault.number("ends", begins + 3_600_000)));
                    row.put("href", "").put("maintainType", 1).put("env", 1);
                    row.putArray("serviceTypes").add(1).add(2).add(3);
                    row.putArray("product").add(1).add(2);
                    row.putArray("uidSuffix");
                });
        return Json.object().set("list", list);
    }

    /** v5/market/instrument: spot has no pages; by default only what trades, and nothing here is anything else. */
    private JsonNode instruments(Form form) {
        var category = form.category();
        var found = floor.listings(category).stream()
                .filter(listing ->
                        form.optional("symbol").map(listing.name()::equals).orElse(true))
                .filter(listing ->
                        form.optional("baseCoin").map(listing.base()::equals).orElse(true))
                .filter(listing ->
                        form.optional("status").map("Trading"::equals).orElse(true))
                .toList();
        var pages = Pages.of(form, found.size(), category == Category.SPOT ? found.size() + 1 : 500, DEEPEST);
        var json = Json.object().put("category", category.wire());
        json.setAll(Wire.list(Json.array(pages.cut(found), InstrumentJson::of), pages.next()));
        return json;
    }

    private JsonNode tickers(Form form) {
        var category = form.category();
        var wanted = form.optional("symbol");
        var listings = wanted.isPresent() ? List.of(floor.listing(category, wanted.get())) : floor.listings(category);
        var json = Json.object().put("category", category.wire());
        json.set("list", Json.array(listings, tickers::of));
        return json;
    }

    /** v5/market/orderbook: limit 1 to 1000, by default 1 on spot and 25 on linear. */
    private JsonNode book(Form form) {
        var listing = floor.listing(form);
        var limit = form.limit(Category.of(listing).pick(1, 25), DEEPEST);
        var picture = floor.exchange().picture(listing.symbol(), limit);
        return Wire.book(listing, picture, picture.lastUpdateId())
                .put("ts", floor.millis())
                .put("cts", floor.millis());
    }

    private JsonNode trades(Form form) {
        var listing = floor.listing(form);
        var category = Category.of(listing);
        var prints = tape.last(listing.symbol(), form.limit(category.pick(60, 500), category.pick(60, DEEPEST)));
        var json = Json.object().put("category", category.wire());
        var newestFirst = Json.array();
        for (int i = prints.size() - 1; i >= 0; i--) {
            newestFirst.add(trade(listing, prints.get(i)));
        }
        json.set("list", newestFirst);
        return json;
    }

    /** v5/market/kline: newest first, and an interval that goes on is there as it stands. */
    private JsonNode candles(Form form) {
        var listing = floor.listing(form);
        var interval = form.must("interval");
        var lasting = Optional.ofNullable(INTERVALS.get(interval))
                .orElseThrow(() -> Refusal.parameter("params error: interval invalid"));
        var from = Instant.ofEpochMilli(form.number("start").orElse(0));
        var to = Instant.ofEpochMilli(form.number("end").orElse(Long.MAX_VALUE / 2));
        var limit = form.limit(200, DEEPEST);
        var json = Json.object()
                .put("symbol", listing.name())
                .put("category", Category.of(listing).wire());
        var rows = json.putArray("list");
        var all = new ArrayList<>(Candle.of(tape.last(listing.symbol(), DEEPEST), lasting));
        Collections.reverse(all);
        all.stream()
                .filter(candle -> candle.isWithin(from, to))
                .limit(limit)
                .forEach(candle -> rows.addArray()
                        .add(Wire.millis(candle.opens()))
                        .add(Wire.px(listing, candle.prices().open()))
                        .add(Wire.px(listing, candle.prices().high()))
                        .add(Wire.px(listing, candle.prices().low()))
                        .add(Wire.px(listing, candle.prices().close()))
                        .add(Wire.plain(candle.volume()))
                        .add(Wire.plain(candle.turnover())));
        return json;
    }

    private ObjectNode trade(Listing listing, Print print) {
        return Json.object()
                .put("execId", floor.names().id(listing.symbol(), print.tradeId()))
                .put("symbol", listing.name())
                .put("price", Wire.px(listing, print.px()))
                .put("size", print.qty().plain())
                .put("side", Wire.side(print.aggressor()))
                .put("time", Wire.millis(print.at()))
                .put("isBlockTrade", false);
    }

    private JsonNode priceLimit(Form form) {
        var listing = floor.listing(form);
        var mid = floor.exchange().mid(listing.symbol()).value();
        var json = Json.object().put("symbol", listing.name());
        json.put("buyLmt", limit(listing, mid, listing.limits().up()));
        json.put("sellLmt", limit(listing, mid, listing.limits().down()));
        return json.put("ts", Wire.millis(floor.serverTime()));
    }

    private static String limit(Listing listing, BigDecimal mid, BigDecimal factor) {
        var ticks = mid.multiply(factor).divide(listing.tick(), 0, RoundingMode.HALF_EVEN);
        return Wire.px(listing, ticks.multiply(listing.tick()));
    }
}
