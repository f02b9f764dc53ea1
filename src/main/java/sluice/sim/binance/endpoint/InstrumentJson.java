package sluice.sim.binance.endpoint;

import static sluice.sim.binance.call.Padded.fixed;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import sluice.sim.Listing;
import sluice.sim.OrderRequest;
import sluice.sim.SelfTrade;
import sluice.sim.binance.call.Limits;
import sluice.sim.front.Json;

/** Symbols, filters and rate limits as exchangeInfo has them. */
final class InstrumentJson {

    private static final BigDecimal HIGHEST_PX = new BigDecimal("1000000");
    private static final List<String> ALLOWED = List.of("icebergAllowed", "ocoAllowed", "otoAllowed", "opoAllowed");

    private InstrumentJson() {}

    static ObjectNode symbol(Listing listing) {
        var json = Json.object().put("symbol", listing.symbol()).put("status", "TRADING");
        json.put("baseAsset", listing.base()).put("baseAssetPrecision", 8);
        json.put("quoteAsset", listing.quote()).put("quotePrecision", 8).put("quoteAssetPrecision", 8);
        json.put("baseCommissionPrecision", 8).put("quoteCommissionPrecision", 8);
        json.set("orderTypes", Json.texts(names(OrderRequest.Type.values())));
        ALLOWED.forEach(name -> json.put(name, false));
        json.put("quoteOrderQtyMarketAllowed", true).put("allowTrailingStop", false);
        json.put("cancelReplaceAllowed", true).put("amendAllowed", true).put("pegInstructionsAllowed", false);
        json.put("isSpotTradingAllowed", true).put("isMarginTradingAllowed", false);
        json.set("filters", filters(listing));
        json.set("permissions", Json.array());
        json.set("permissionSets", Json.array().add(Json.texts(List.of("SPOT"))));
        json.put("defaultSelfTradePreventionMode", SelfTrade.EXPIRE_MAKER.name());
        var modes = Stream.of(SelfTrade.values()).filter(SelfTrade::isKnown).toArray(SelfTrade[]::new);
        json.set("allowedSelfTradePreventionModes", Json.texts(names(modes)));
        return json;
    }

    private static ArrayNode filters(Listing listing) {
        var bounds = listing.bounds();
        var filters = Json.array();
        filters.add(filter("PRICE_FILTER")
                .put("minPrice", fixed(listing.tick()))
                .put("maxPrice", fixed(HIGHEST_PX))
                .put("tickSize", fixed(listing.tick())));
        filters.add(filter("LOT_SIZE")
                .put("minQty", fixed(bounds.minQty().value()))
                .put("maxQty", fixed(bounds.maxQty().value()))
                .put("stepSize", fixed(listing.lot())));
        filters.add(filter("ICEBERG_PARTS").put("limit", 100));
        filters.add(filter("MARKET_LOT_SIZE")
                .put("minQty", fixed(BigDecimal.ZERO))
                .put("maxQty", fixed(bounds.maxQty().value()))
                .put("stepSize", fixed(BigDecimal.ZERO)));
        filters.add(filter("PERCENT_PRICE_BY_SIDE")
                .put("bidMultiplierUp", plain(listing.limits().up()))
                .put("bidMultiplierDown", plain(listing.limits().down()))
                .put("askMultiplierUp", plain(listing.limits().up()))
                .put("askMultiplierDown", plain(listing.limits().down()))
                .put("avgPriceMins", 5));
        filters.add(filter("NOTIONAL")
                .put("minNotional", fixed(bounds.minNotional()))
                .put("applyMinToMarket", true)
                .put("maxNotional", fixed(bounds.maxNotional()))
                .put("applyMaxToMarket", false)
                .put("avgPriceMins", 5));
        filters.add(
                filter("MAX_NUM_ORDERS").put("maxNumOrders", listing.limits().maxOrders()));
        filters.add(filter("MAX_NUM_ALGO_ORDERS").put("maxNumAlgoOrders", 5));
        return filters;
    }

    static ArrayNode rateLimits(Limits limits) {
        var all = Json.array();
        all.add(rateLimit("REQUEST_WEIGHT", "MINUTE", 1, limits.weightPerMinute()));
        all.add(rateLimit("ORDERS", "SECOND", 10, limits.ordersPerTenSeconds()));
        all.add(rateLimit("ORDERS", "DAY", 1, limits.ordersPerDay()));
        return all.add(rateLimit("RAW_REQUESTS", "MINUTE", 5, 300_000));
    }

    static ObjectNode rateLimit(String type, String interval, int intervals, int limit) {
        return Json.object()
                .put("rateLimitType", type)
                .put("interval", interval)
                .put("intervalNum", intervals)
                .put("limit", limit);
    }

    private static ObjectNode filter(String type) {
        return Json.object().put("filterType", type);
    }

    private static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }

    private static List<String> names(Enum<?>[] values) {
        return Stream.of(values).map(Enum::name).toList();
    }
}
