package sluice.sim.coinbase.endpoint;

import static sluice.sim.coinbase.endpoint.Texts.plain;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import sluice.market.book.Level;
import sluice.sim.Listing;
import sluice.sim.Picture;
import sluice.sim.Print;
import sluice.sim.front.Json;

/** Products, books and public trades as Coinbase spells them. */
public final class ProductJson {

    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private ProductJson() {}

    static ObjectNode product(Floor floor, Listing listing) {
        var json = json(floor, listing, listing.symbol());
        var others = json.putArray("alias_to");
        floor.alias(listing).ifPresent(others::add);
        return json.put("alias", "").put("trading_disabled", false).put("quote_currency_id", listing.quote());
    }

    /** The product of the same book against USDC, which is told of and not traded here. */
    static ObjectNode alias(Floor floor, Listing listing, String alias) {
        var json = json(floor, listing, alias);
        json.putArray("alias_to");
        return json.put("alias", listing.symbol()).put("trading_disabled", true).put("quote_currency_id", "USDC");
    }

    private static ObjectNode json(Floor floor, Listing listing, String id) {
        var bounds = listing.bounds();
        var last = floor.tape().last(listing.symbol()).map(Print::px);
        var json = Json.object().put("product_id", id);
        json.put(
                "price",
                last.orElseGet(() -> floor.exchange().mid(listing.symbol())).plain());
        json.put("price_increment", plain(listing.tick())).put("base_increment", plain(listing.lot()));
        json.put("quote_increment", plain(listing.tick()));
        json.put("base_min_size", bounds.minQty().plain())
                .put("base_max_size", bounds.maxQty().plain());
        json.put("quote_min_size", plain(bounds.minNotional()));
        json.put("quote_max_size", plain(bounds.maxNotional()));
        json.put("base_name", listing.base()).put("quote_name", listing.quote());
        json.put("price_percentage_change_24h", "0").put("volume_24h", "0");
        json.put("volume_percentage_change_24h", "0").put("watched", false).put("new", false);
        json.put("status", "online").put("is_disabled", false).put("cancel_only", false);
        json.put("limit_only", false).put("post_only", false).put("auction_mode", false);
        json.put("view_only", false).put("product_type", "SPOT").put("product_venue", "CBE");
        json.put("base_currency_id", listing.base());
        json.putNull("fcm_trading_session_details");
        json.put("mid_market_price", "").put("base_display_symbol", listing.base());
        return json.put("quote_display_symbol", listing.quote()).put("display_name", id);
    }

    static ObjectNode pricebook(Floor floor, String id, Picture picture) {
        var json = Json.object().put("product_id", id);
        json.set("bids", levels(picture.bids()));
        json.set("asks", levels(picture.asks()));
        return json.put("time", Texts.time(floor.serverTime()));
    }

    private static ArrayNode levels(List<Level> levels) {
        return Json.array(
                levels,
                level -> Json.object()
                        .put("price", level.px().plain())
                        .put("size", level.qty().plain()));
    }

    /** The answer about one book; there is no sequence number in it. */
    static ObjectNode book(Floor floor, String id, Picture picture, String last) {
        var json = Json.object();
        json.set("pricebook", pricebook(floor, id, picture));
        json.put("last", last);
        if (picture.bids().isEmpty() || picture.asks().isEmpty()) {
            return json.put("mid_market", "").put("spread_bps", "").put("spread_absolute", "");
        }
        var bid = picture.bids().get(0).px().value();
        var ask = picture.asks().get(0).px().value();
        var spread = ask.subtract(bid);
        var mid = ask.add(bid).divide(TWO);
        json.put("mid_market", plain(mid)).put("spread_absolute", plain(spread));
        return json.put("spread_bps", Texts.share(spread.movePointRight(4), mid));
    }

    public static ObjectNode trade(Floor floor, String id, Print print) {
        var side = floor.quirks().showsMakerSide() ? print.aggressor().opposite() : print.aggressor();
        return Json.object()
                .put("trade_id", String.valueOf(print.tradeId()))
                .put("product_id", id)
                .put("price", print.px().plain())
                .put("size", print.qty().plain())
                .put("time", Texts.time(floor.serverTime(print.at())))
                .put("side", side.name());
    }
}
