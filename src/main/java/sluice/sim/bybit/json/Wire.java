package sluice.sim.bybit.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import sluice.market.Px;
import sluice.market.Side;
import sluice.market.book.Level;
import sluice.sim.Listing;
import sluice.sim.Picture;
import sluice.sim.front.Json;

/** How Bybit writes things: decimals as text, a linear price in its scale, a spot price plain. */
public final class Wire {

    /** Begins the exchange's names of orders that have none; no account can write it. */
    public static final String UNNAMED = "#";

    private static final int SCALE = 2;

    private Wire() {}

    /** How many decimals a price of the listing has on linear. */
    public static int priceScale(Listing listing) {
        return Math.max(SCALE, listing.tick().scale());
    }

    public static String px(Listing listing, BigDecimal px) {
        return listing.isPerpetual()
                ? px.setScale(priceScale(listing), RoundingMode.HALF_EVEN).toPlainString()
                : plain(px);
    }

    public static String px(Listing listing, Px px) {
        return px(listing, px.value());
    }

    public static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    /** The name an account gave, or nothing. */
    public static String linkId(String clientId) {
        return clientId.startsWith(UNNAMED) ? "" : clientId;
    }

    public static String millis(Instant at) {
        return String.valueOf(at.toEpochMilli());
    }

    public static String side(Side side) {
        return side == Side.BUY ? "Buy" : "Sell";
    }

    public static ArrayNode levels(Listing listing, List<Level> levels) {
        return Json.array(
                levels,
                level -> Json.array()
                        .add(px(listing, level.px()))
                        .add(level.qty().plain()));
    }

    /** The body of a book, as REST and a snapshot have it. */
    public static ObjectNode book(Listing listing, Picture picture, long u) {
        var json = Json.object().put("s", listing.name());
        json.set("b", levels(listing, picture.bids()));
        json.set("a", levels(listing, picture.asks()));
        return json.put("u", u).put("seq", picture.lastUpdateId());
    }

    /** A list and where it goes on. */
    public static ObjectNode list(ArrayNode list, String next) {
        var json = Json.object();
        json.set("list", list);
        return json.put("nextPageCursor", next);
    }
}
