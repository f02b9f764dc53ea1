package sluice.sim.binance.endpoint;

import static sluice.sim.binance.call.Padded.fixed;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Side;
import sluice.order.Liquidity;
import sluice.order.OrderState;
import sluice.order.Tif;
import sluice.sim.OrderRequest.Type;
import sluice.sim.SimFill;
import sluice.sim.SimOrder;
import sluice.sim.binance.endpoint.OrderForm.ResponseType;
import sluice.sim.front.Json;

/** Orders and fills as Binance spells them; {@code cummulativeQuoteQty} is its own spelling. */
public final class OrderJson {

    private static final String ZERO = fixed(BigDecimal.ZERO);

    private OrderJson() {}

    /** The answer to a placement. */
    static ObjectNode placed(SimOrder order, List<SimFill> fills, ResponseType type) {
        var json = head(order).put("clientOrderId", order.clientId());
        json.put("transactTime", order.updatedAt().toEpochMilli());
        if (type == ResponseType.ACK) {
            return json;
        }
        terms(json, order);
        json.put("workingTime", order.createdAt().toEpochMilli());
        expiryReason(order).ifPresent(reason -> json.put("expiryReason", reason));
        if (type == ResponseType.FULL) {
            json.set("fills", Json.array(fills, OrderJson::part));
        }
        return json;
    }

    /** The answer to a cancel: {@code origClientOrderId} names the order, {@code clientOrderId} the cancel. */
    static ObjectNode cancelled(SimOrder order, String cancelId) {
        var json = head(order).put("origClientOrderId", order.clientId()).put("clientOrderId", cancelId);
        json.put("transactTime", order.updatedAt().toEpochMilli());
        terms(json, order);
        return json;
    }

    /** The answer to a query. */
    static ObjectNode queried(SimOrder order) {
        var json = head(order).put("clientOrderId", order.clientId());
        terms(json, order);
        json.put("stopPrice", ZERO).put("icebergQty", ZERO);
        json.put("time", order.createdAt().toEpochMilli());
        json.put("updateTime", order.updatedAt().toEpochMilli());
        json.put("isWorking", true);
        json.put("workingTime", order.createdAt().toEpochMilli());
        return json.put("origQuoteOrderQty", quoteQty(order));
    }

    /** The answer to an amendment. */
    static ObjectNode amended(SimOrder order, String origClientId) {
        var json = Json.object().put("transactTime", order.updatedAt().toEpochMilli());
        json.put("executionId", order.updatedAt().toEpochMilli());
        var amended = head(order).put("origClientOrderId", origClientId).put("clientOrderId", order.clientId());
        amended.put("price", price(order)).put("qty", fixed(order.orderQty().value()));
        amended.put("executedQty", fixed(order.cumQty().value()));
        amended.put("preventedQty", ZERO).put("quoteOrderQty", quoteQty(order));
        amended.put("cumulativeQuoteQty", fixed(order.progress().cumQuote()));
        kind(amended, order).put("workingTime", order.createdAt().toEpochMilli());
        amended.put("selfTradePreventionMode", order.request().selfTrade().name());
        json.set("amendedOrder", amended);
        return json;
    }

    /** A fill as myTrades has it; there is no client id in it. */
    static ObjectNode trade(SimFill fill) {
        var json = Json.object()
                .put("symbol", fill.order().symbol())
                .put("id", fill.tradeId())
                .put("orderId", fill.order().orderId())
                .put("orderListId", -1);
        json.put("price", fixed(fill.lastPx().value()))
                .put("qty", fixed(fill.lastQty().value()));
        json.put("quoteQty", fixed(fill.lastQuote()));
        json.put("commission", fixed(fill.fee().amount()));
        json.put("commissionAsset", fill.fee().asset());
        json.put("time", fill.at().toEpochMilli());
        json.put("isBuyer", fill.order().side() == Side.BUY);
        json.put("isMaker", fill.liquidity() == Liquidity.MAKER);
        return json.put("isBestMatch", true);
    }

    private static ObjectNode part(SimFill fill) {
        return Json.object()
                .put("price", fixed(fill.lastPx().value()))
                .put("qty", fixed(fill.lastQty().value()))
                .put("commission", fixed(fill.fee().amount()))
                .put("commissionAsset", fill.fee().asset())
                .put("tradeId", fill.tradeId());
    }

    private static ObjectNode head(SimOrder order) {
        return Json.object()
                .put("symbol", order.symbol())
                .put("orderId", order.orderId())
                .put("orderListId", -1);
    }

    private static void terms(ObjectNode json, SimOrder order) {
        json.put("price", price(order)).put("origQty", fixed(order.orderQty().value()));
        json.put("executedQty", fixed(order.cumQty().value()));
        json.put("origQuoteOrderQty", quoteQty(order));
        json.put("cummulativeQuoteQty", fixed(order.progress().cumQuote()));
        kind(json, order)
                .put("selfTradePreventionMode", order.request().selfTrade().name());
    }

    private static ObjectNode kind(ObjectNode json, SimOrder order) {
        return json.put("status", status(order))
                .put("timeInForce", tif(order))
                .put("type", order.request().type().name())
                .put("side", order.side().name());
    }

    public static String price(SimOrder order) {
        return fixed(order.request().px().map(Px::value).orElse(BigDecimal.ZERO));
    }

    public static String quoteQty(SimOrder order) {
        var size = order.request().size();
        return fixed(size.inQuote() ? size.amount() : BigDecimal.ZERO);
    }

    /** A market order shows GTC, as the venue's own examples do. */
    public static String tif(SimOrder order) {
        return order.request().type() == Type.LIMIT ? order.request().tif().name() : Tif.Kind.GTC.name();
    }

    public static String status(SimOrder order) {
        return switch (order.state()) {
            case PENDING -> "PENDING_NEW";
            case SUBMITTED -> "NEW";
            case CANCELLING, PARTIALLY_FILLED -> order.cumQty().equals(Qty.ZERO) ? "NEW" : "PARTIALLY_FILLED";
            case FILLED -> "FILLED";
            case REJECTED -> "REJECTED";
            case CANCELLED -> closed(order.progress().cause());
        };
    }

    private static String closed(SimOrder.Cause cause) {
        return switch (cause) {
            case NONE, CANCELLED_BY_ACCOUNT, CONNECTION_LOST -> "CANCELED";
            case SELF_TRADE -> "EXPIRED_IN_MATCH";
            case IOC_REMAINDER,
                    FOK_UNFILLED,
                    NO_LIQUIDITY,
                    EXPIRED,
                    INSUFFICIENT_BALANCE,
                    WOULD_MATCH,
                    TOO_MANY_ORDERS,
                    REDUCE_ONLY -> "EXPIRED";
        };
    }

    public static Optional<String> expiryReason(SimOrder order) {
        if (order.state() != OrderState.CANCELLED) {
            return Optional.empty();
        }
        return switch (order.progress().cause()) {
            case IOC_REMAINDER -> Optional.of("UNFILLED_IOC_QUANTITY_EXPIRED");
            case FOK_UNFILLED -> Optional.of("UNFILLED_FOK_ORDER_EXPIRED");
            case NO_LIQUIDITY -> Optional.of("INSUFFICIENT_LIQUIDITY");
            case NONE,
                    CANCELLED_BY_ACCOUNT,
                    CONNECTION_LOST,
                    EXPIRED,
                    SELF_TRADE,
                    INSUFFICIENT_BALANCE,
                    WOULD_MATCH,
                    TOO_MANY_ORDERS,
                    REDUCE_ONLY -> Optional.empty();
        };
    }
}
