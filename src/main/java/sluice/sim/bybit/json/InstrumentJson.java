package sluice.sim.bybit.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import sluice.sim.Listing;
import sluice.sim.front.Json;
import sluice.sim.perp.Contract;

/** A listing as instruments-info has it. */
public final class InstrumentJson {

    private static final BigDecimal DEAREST = new BigDecimal("1999999.80");

    private InstrumentJson() {}

    public static ObjectNode of(Listing listing) {
        return listing.contract().map(contract -> linear(listing, contract)).orElseGet(() -> spot(listing));
    }

    private static ObjectNode spot(Listing listing) {
        var bounds = listing.bounds();
        var json = head(listing).put("innovation", "0").put("status", "Trading").put("marginTrading", "utaOnly");
        json.putObject("lotSizeFilter")
                .put("basePrecision", Wire.plain(listing.lot()))
                .put("quotePrecision", quotePrecision(listing))
                .put("minOrderQty", bounds.minQty().plain())
                .put("maxOrderQty", bounds.maxQty().plain())
                .put("minOrderAmt", Wire.plain(bounds.minNotional()))
                .put("maxOrderAmt", Wire.plain(bounds.maxNotional()))
                .put("maxLimitOrderQty", bounds.maxQty().plain())
                .put("maxMarketOrderQty", bounds.maxQty().plain())
                .put("postOnlyMaxLimitOrderSize", bounds.maxQty().plain());
        json.putObject("priceFilter").put("tickSize", Wire.plain(listing.tick()));
        risk(json);
        return json;
    }

    private static ObjectNode linear(Listing listing, Contract contract) {
        var bounds = listing.bounds();
        var json = head(listing).put("settleCoin", listing.quote());
        json.put("contractType", "LinearPerpetual").put("status", "Trading");
        json.put("launchTime", "1585526400000").put("deliveryTime", "0").put("deliveryFeeRate", "");
        json.put("priceScale", String.valueOf(Wire.priceScale(listing)));
        json.putObject("leverageFilter")
                .put("minLeverage", "1")
                .put("maxLeverage", contract.maxLeverage() + ".00")
                .put("leverageStep", "0.01");
        json.putObject("priceFilter")
                .put("minPrice", Wire.px(listing, listing.tick()))
                .put("maxPrice", Wire.px(listing, DEAREST))
                .put("tickSize", Wire.px(listing, listing.tick()));
        json.putObject("lotSizeFilter")
                .put("maxOrderQty", bounds.maxQty().plain())
                .put("minOrderQty", bounds.minQty().plain())
                .put("qtyStep", Wire.plain(listing.lot()))
                .put("postOnlyMaxOrderQty", bounds.maxQty().plain())
                .put("maxMktOrderQty", bounds.maxQty().plain())
                .put("minNotionalValue", Wire.plain(bounds.minNotional()));
        json.put("unifiedMarginTrade", true);
        json.put("fundingInterval", contract.fundingInterval().toMinutes());
        json.put("copyTrading", "none").put("upperFundingRate", "0.005").put("lowerFundingRate", "-0.005");
        json.put("isPreListing", false).putNull("preListingInfo");
        risk(json);
        return json;
    }

    private static ObjectNode head(Listing listing) {
        return Json.object()
                .put("symbol", listing.name())
                .put("baseCoin", listing.base())
                .put("quoteCoin", listing.quote());
    }

    private static void risk(ObjectNode json) {
        json.putObject("riskParameters").put("priceLimitRatioX", "0.05").put("priceLimitRatioY", "0.15");
    }

    private static String quotePrecision(Listing listing) {
        return Wire.plain(listing.tick().multiply(listing.lot()));
    }
}
