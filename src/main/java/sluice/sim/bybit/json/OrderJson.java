package sluice.sim.bybit.json;

import static sluice.sim.bybit.json.Wire.plain;
import static sluice.sim.bybit.json.Wire.px;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import sluice.market.Px;
import sluice.order.OrderState;
import sluice.sim.Listing;
import sluice.sim.OrderRequest.Type;
import sluice.sim.SelfTrade;
import sluice.sim.SimFill;
import sluice.sim.SimOrder;
import sluice.sim.bybit.call.Category;
import sluice.sim.front.Json;

/** An order as queries and the private stream have it; a decimal that is not there is an empty text. */
public final class OrderJson {

    private static final int PLACES = 8;

    private final BybitNames names;

    public OrderJson(BybitNames names) {
        this.names = names;
    }

    /** As a query has it: the stream's fields but the category. */
    public ObjectNode queried(SimOrder order, List<SimFill> fills) {
        var json = of(order, fills);
        json.remove("category");
        return json;
    }

    /** @param fills the order's own, for its fees */
    public ObjectNode of(SimOrder order, List<SimFill> fills) {
        var listing = names.listing(order.symbol());
        var json = Json.object();
        json.put("category", Category.of(listing).wire());
        json.put("symbol", listing.name()).put("orderId", names.id(order.symbol(), order.orderId()));
        json.put("orderLinkId", Wire.linkId(order.clientId())).put("blockTradeId", "");
        json.put("side", Wire.side(order.side())).put("positionIdx", 0);
        terms(json, order, listing);
        json.put("orderStatus", status(order, listing)).put("cancelType", cancelType(order));
        json.put("rejectReason", rejectReason(order));
        progress(json, order, listing);
        fees(json, fills);
        json.put("createdTime", Wire.millis(order.createdAt())).put("updatedTime", Wire.millis(order.updatedAt()));
        json.put("isLeverage", listing.isPerpetual() ? "" : "0");
        json.put("reduceOnly", order.request().reduceOnly()).put("closeOnTrigger", false);
        conditions(json, listing);
        json.put("smpType", smpType(order.request().selfTrade()))
                .put("smpGroup", 0)
                .put("smpOrderId", "");
        return json.put("placeType", "").put("createType", "CreateByUser");
    }

    private static void terms(ObjectNode json, SimOrder order, Listing listing) {
        var request = order.request();
        var size = request.size();
        json.put("orderType", request.type() == Type.MARKET ? "Market" : "Limit");
        json.put("price", request.px().map(limit -> px(listing, limit)).orElse(listing.isPerpetual() ? "" : "0"));
        json.put("qty", size.inQuote() ? plain(size.amount()) : order.orderQty().plain());
        json.put("timeInForce", tif(order));
        json.put(
                "marketUnit",
                request.type() == Type.MARKET && !listing.isPerpetual()
                        ? size.inQuote() ? "quoteCoin" : "baseCoin"
                        : "");
    }

    private static void progress(ObjectNode json, SimOrder order, Listing listing) {
        var done = order.cumQty().value();
        var value = order.progress().cumQuote();
        json.put("avgPrice", done.signum() == 0 ? "" : plain(value.divide(done, PLACES, RoundingMode.HALF_EVEN)));
        json.put("leavesQty", order.leavesQty().plain());
        var limit = order.request().px().map(Px::value).orElse(BigDecimal.ZERO);
        json.put("leavesValue", plain(order.leavesQty().value().multiply(limit)));
        json.put("cumExecQty", order.cumQty().plain()).put("cumExecValue", plain(value));
        json.put("lastPriceOnCreated", "").put("feeCurrency", listing.isPerpetual() ? "" : listing.base());
    }

    private static void fees(ObjectNode json, List<SimFill> fills) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        fills.forEach(fill -> sums.merge(fill.fee().asset(), fill.fee().amount(), BigDecimal::add));
        json.put("cumExecFee", plain(sums.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add)));
        var detail = json.putObject("cumFeeDetail");
        sums.forEach((coin, fee) -> detail.put(coin, plain(fee)));
    }

    private static void conditions(ObjectNode json, Listing listing) {
        json.put("triggerPrice", "").put("triggerDirection", 0).put("triggerBy", "");
        json.put("stopOrderType", "").put("orderIv", "");
        json.put("takeProfit", "").put("stopLoss", "").put("tpTriggerBy", "").put("slTriggerBy", "");
        json.put("tpLimitPrice", "").put("slLimitPrice", "");
        if (listing.isPerpetual()) {
            json.put("tpslMode", "UNKNOWN");
        }
    }

    private static String tif(SimOrder order) {
        return order.request().type() == Type.LIMIT_MAKER
                ? "PostOnly"
                : order.request().tif().name();
    }

    /** v5/enum, "orderStatus": PartiallyFilledCanceled is spot's only; linear is Cancelled with something executed. */
    public static String status(SimOrder order, Listing listing) {
        return switch (order.state()) {
            case PENDING, SUBMITTED -> "New";
            case CANCELLING, PARTIALLY_FILLED -> "PartiallyFilled";
            case FILLED -> "Filled";
            case REJECTED -> order.progress().cause() == SimOrder.Cause.WOULD_MATCH ? "Cancelled" : "Rejected";
            case CANCELLED ->
                !listing.isPerpetual() && order.cumQty().isPositive() ? "PartiallyFilledCanceled" : "Cancelled";
        };
    }

    private static String cancelType(SimOrder order) {
        return switch (order.progress().cause()) {
            case CANCELLED_BY_ACCOUNT -> "CancelByUser";
            case CONNECTION_LOST -> "CancelByDCP";
            case REDUCE_ONLY -> "CancelByReduceOnly";
            case SELF_TRADE -> "CancelBySmp";
            case NONE,
                    EXPIRED,
                    IOC_REMAINDER,
                    FOK_UNFILLED,
                    NO_LIQUIDITY,
                    INSUFFICIENT_BALANCE,
                    WOULD_MATCH,
                    TOO_MANY_ORDERS -> "UNKNOWN";
        };
    }

    private static String rejectReason(SimOrder order) {
        return switch (order.progress().cause()) {
            case WOULD_MATCH -> "EC_PostOnlyWillTakeLiquidity";
            case IOC_REMAINDER, NO_LIQUIDITY -> "EC_NoImmediateQtyToFill";
            case FOK_UNFILLED -> "EC_CancelForNoFullFill";
            case CANCELLED_BY_ACCOUNT, CONNECTION_LOST -> "EC_PerCancelRequest";
            case NONE, EXPIRED, REDUCE_ONLY, SELF_TRADE, INSUFFICIENT_BALANCE, TOO_MANY_ORDERS -> "EC_NoError";
        };
    }

    private static String smpType(SelfTrade mode) {
        return switch (mode) {
            case NONE, DECREMENT, TRANSFER -> "None";
            case EXPIRE_MAKER -> "CancelMaker";
            case EXPIRE_TAKER -> "CancelTaker";
            case EXPIRE_BOTH -> "CancelBoth";
        };
    }

    public static boolean isClosed(SimOrder order) {
        return order.state() != OrderState.SUBMITTED && order.state() != OrderState.PARTIALLY_FILLED;
    }
}
