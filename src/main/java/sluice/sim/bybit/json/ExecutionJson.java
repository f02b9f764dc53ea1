package sluice.sim.bybit.json;

import static sluice.sim.bybit.json.Wire.plain;
import static sluice.sim.bybit.json.Wire.px;

import com.fasterxml.jackson.databind.node.ObjectNode;
import sluice.market.Px;
import sluice.market.Side;
import sluice.order.Liquidity;
import sluice.sim.Exchange;
import sluice.sim.Listing;
import sluice.sim.OrderRequest.Type;
import sluice.sim.SimFill;
import sluice.sim.SimOrder;
import sluice.sim.bybit.call.Category;
import sluice.sim.front.Json;
import sluice.sim.perp.Funding;

/** Executions as execution/list and the private stream have them; funding is one that moves no order. */
public final class ExecutionJson {

    private final Exchange exchange;
    private final BybitNames names;

    public ExecutionJson(Exchange exchange, BybitNames names) {
        this.exchange = exchange;
        this.names = names;
    }

    /** @param order as it stands, or stood when it executed */
    public ObjectNode of(SimFill fill, SimOrder order) {
        var listing = names.listing(order.symbol());
        var json = head(listing, fill.order().side())
                .put("orderId", names.id(order.symbol(), order.orderId()))
                .put("orderLinkId", Wire.linkId(order.clientId()));
        json.put(
                "orderPrice",
                order.request().px().map(limit -> px(listing, limit)).orElse("0"));
        json.put("orderQty", order.orderQty().plain())
                .put("leavesQty", order.leavesQty().plain());
        json.put("orderType", order.request().type() == Type.MARKET ? "Market" : "Limit");
        json.put("stopOrderType", "UNKNOWN").put("createType", "CreateByUser");
        json.put("execId", names.fill(fill));
        executed(json, listing, fill.lastPx(), fill.lastQty().plain(), plain(fill.lastQuote()));
        json.put("execFee", plain(fill.fee().amount()))
                .put("feeCurrency", fill.fee().asset());
        json.put("feeRate", plain(exchange.fees(order.account(), order.symbol()).rate(fill.liquidity())));
        json.put("execType", "Trade").put("execTime", Wire.millis(fill.at()));
        json.put("isMaker", fill.liquidity() == Liquidity.MAKER);
        json.put("closedSize", fill.settled().closedQty().plain());
        if (listing.isPerpetual()) {
            json.put("execPnl", plain(fill.settled().pnl()));
            json.put(
                    "markPrice",
                    px(listing, exchange.perpetuals().marking(listing.symbol()).mark()));
        }
        return ending(json, fill.execId());
    }

    public ObjectNode of(Funding funding) {
        var listing = names.listing(funding.position().symbol());
        var json = head(listing, funding.size().signum() > 0 ? Side.BUY : Side.SELL)
                .put("orderId", names.id(listing.symbol(), funding.execId()))
                .put("orderLinkId", "");
        json.put("orderPrice", "0").put("orderQty", "0").put("leavesQty", "0");
        json.put("orderType", "UNKNOWN").put("stopOrderType", "UNKNOWN");
        json.put("execId", names.id(listing.symbol(), funding.execId()));
        var size = funding.size().abs();
        executed(
                json,
                listing,
                funding.mark(),
                plain(size),
                plain(size.multiply(funding.mark().value())));
        json.put("execFee", plain(funding.paid().amount()))
                .put("feeCurrency", funding.paid().asset());
        json.put("feeRate", plain(funding.rate()));
        json.put("execType", "Funding").put("execTime", Wire.millis(funding.at()));
        json.put("isMaker", false).put("closedSize", "0").put("execPnl", "0");
        return ending(json, funding.execId());
    }

    private static ObjectNode head(Listing listing, Side side) {
        return Json.object()
                .put("category", Category.of(listing).wire())
                .put("symbol", listing.name())
                .put("side", Wire.side(side));
    }

    private static void executed(ObjectNode json, Listing listing, Px at, String qty, String value) {
        json.put("execPrice", px(listing, at)).put("execQty", qty).put("execValue", value);
    }

    private static ObjectNode ending(ObjectNode json, long execId) {
        json.put("isLeverage", "0").put("blockTradeId", "").put("tradeIv", "").put("markIv", "");
        return json.put("indexPrice", "").put("underlyingPrice", "").put("seq", execId);
    }
}
