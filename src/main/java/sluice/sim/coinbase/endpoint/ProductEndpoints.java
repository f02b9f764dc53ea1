package sluice.sim.coinbase.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import sluice.sim.Listing;
import sluice.sim.Print;
import sluice.sim.coinbase.call.Refusal;
import sluice.sim.front.Json;
import sluice.sim.front.Occasion;
import sluice.sim.front.tape.Candle;

/** What anybody may ask about the market; most of it is there twice, with a key and without. */
final class ProductEndpoints {

    private static final int MOST_PRODUCTS = 10_000;
    private static final int MOST_TRADES = 1_000;
    private static final int DEEPEST = 50_000;
    private static final int MOST_CANDLES = 350;

    private static final Map<String, Duration> GRANULARITIES = new TreeMap<>(Map.of(
            "ONE_MINUTE", Duration.ofMinutes(1),
            "FIVE_MINUTE", Duration.ofMinutes(5),
            "FIFTEEN_MINUTE", Duration.ofMinutes(15),
            "THIRTY_MINUTE", Duration.ofMinutes(30),
            "ONE_HOUR", Duration.ofHours(1),
            "TWO_HOUR", Duration.ofHours(2),
            "SIX_HOUR", Duration.ofHours(6),
            "ONE_DAY", Duration.ofDays(1)));

    private final Floor floor;

    ProductEndpoints(Floor floor) {
        this.floor = floor;
    }

    List<Endpoint> all() {
        var all = new ArrayList<Endpoint>();
        all.add(Endpoint.open("/time", this::time).as(Occasion.TIME));
        twice(all, "/products", this::products);
        twice(all, "/products/{id}", this::product);
        twice(all, "/products/{id}/ticker", this::trades);
        twice(all, "/products/{id}/candles", this::candles);
        twice(all, "/product_book", this::book);
        all.add(Endpoint.view("/best_bid_ask", this::best));
        return all;
    }

    private static void twice(List<Endpoint> all, String path, Function<Call, JsonNode> act) {
        all.add(Endpoint.view(path, act));
        all.add(Endpoint.open("/market" + path, act));
    }

    private JsonNode time(Call call) {
        var now = floor.serverTime();
        return Json.object()
                .put("iso", Texts.time(now))
                .put("epochSeconds", String.valueOf(now.getEpochSecond()))
                .put("epochMillis", String.valueOf(now.toEpochMilli()));
    }

    /** Futures are none. */
    private JsonNode products(Call call) {
        var query = call.query();
        var isSpot = query.admits("product_type", "SPOT") || query.admits("product_type", "UNKNOWN_PRODUCT_TYPE");
        var all = new ArrayList<ObjectNode>();
        for (var listing : isSpot ? floor.exchange().listings() : List.<Listing>of()) {
            all.add(ProductJson.product(floor, listing));
            floor.alias(listing).ifPresent(alias -> all.add(ProductJson.alias(floor, listing, alias)));
        }
        all.removeIf(product ->
                !query.admits("product_ids", product.path("product_id").asText()));
        var from = Math.min(
                all.size(), query.text("offset").map(ProductEndpoints::offset).orElse(0));
        var page = all.subList(from, Math.min(all.size(), from + query.limit(MOST_PRODUCTS, MOST_PRODUCTS)));
        var json = Json.object();
        json.set("products", Json.array(page, product -> product));
        return json.put("num_products", page.size());
    }

    private static int offset(String text) {
        if (!text.matches("[0-9]{1,9}")) {
            throw Refusal.invalid("offset is not a number");
        }
        return Integer.parseInt(text);
    }

    private JsonNode product(Call call) {
        return of(
                call.named(),
                (id, listing) -> id.equals(listing.symbol())
                        ? ProductJson.product(floor, listing)
                        : ProductJson.alias(floor, listing, id));
    }

    private JsonNode book(Call call) {
        var limit = call.query().limit(DEEPEST, DEEPEST);
        return of(call.query().must("product_id"), (id, listing) -> {
            var last = floor.tape()
                    .last(listing.symbol())
                    .map(print -> print.px().plain())
                    .orElse("");
            return ProductJson.book(floor, id, floor.exchange().picture(listing.symbol(), limit), last);
        });
    }

    private JsonNode best(Call call) {
        var wanted = floor.exchange().listings().stream()
                .filter(listing -> call.query().admits("product_ids", listing.symbol()))
                .toList();
        var json = Json.object();
        json.set(
                "pricebooks",
                Json.array(
                        wanted,
                        listing -> ProductJson.pricebook(
                                floor, listing.symbol(), floor.exchange().picture(listing.symbol(), 1))));
        return json;
    }

    /** The newest first. */
    private JsonNode trades(Call call) {
        var limit = call.query().limit(100, MOST_TRADES);
        return of(call.named(), (id, listing) -> {
            var newest = new ArrayList<Print>(floor.tape().last(listing.symbol(), limit));
            Collections.reverse(newest);
            var json = Json.object();
            json.set("trades", Json.array(newest, print -> ProductJson.trade(floor, id, print)));
            var top = floor.exchange().picture(listing.symbol(), 1);
            json.put(
                    "best_bid",
                    top.bids().stream()
                            .findFirst()
                            .map(level -> level.px().plain())
                            .orElse(""));
            return json.put(
                    "best_ask",
                    top.asks().stream()
                            .findFirst()
                            .map(level -> level.px().plain())
                            .orElse(""));
        });
    }

    /** Get product candles: "start" and "end" in seconds, newest first, at most 350. */
    private JsonNode candles(Call call) {
        var query = call.query();
        var lasting = Optional.ofNullable(GRANULARITIES.get(query.must("granularity")))
                .orElseThrow(() -> Refusal.invalid("granularity is not one of " + GRANULARITIES.keySet()));
        var from = seconds(query.must("start"));
        var to = seconds(query.must("end"));
        return of(call.named(), (id, listing) -> {
            var all = new ArrayList<>(Candle.of(floor.tape().last(listing.symbol(), MOST_TRADES), lasting));
            all.removeIf(candle -> !candle.isWithin(from, to));
            Collections.reverse(all);
            var newest = all.subList(0, Math.min(all.size(), query.limit(MOST_CANDLES, MOST_CANDLES)));
            var json = Json.object();
            json.set(
                    "candles",
                    Json.array(
                            newest,
                            candle -> Json.object()
                                    .put("start", String.valueOf(candle.opens().getEpochSecond()))
                                    .put("low", candle.prices().low().plain())
                                    .put("high", candle.prices().high().plain())
                                    .put("open", candle.prices().open().plain())
                                    .put("close", candle.prices().close().plain())
                                    .put("volume", Texts.plain(candle.volume()))));
            return json;
        });
    }

    private static Instant seconds(String text) {
        if (!text.matches("[0-9]{1,11}")) {
            throw Refusal.invalid("start and end are seconds since 1970");
        }
        return Instant.ofEpochSecond(Long.parseLong(text));
    }

    private JsonNode of(String id, BiFunction<String, Listing, ObjectNode> answer) {
        return answer.apply(id, floor.mustBook(id));
    }
}
