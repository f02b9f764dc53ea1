package sluice.sim.coinbase.endpoint;

import static sluice.sim.coinbase.endpoint.Texts.plain;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import sluice.market.Px;
import sluice.market.Side;
import sluice.order.Liquidity;
import sluice.sim.OrderRequest;
import sluice.sim.OrderRequest.Type;
import sluice.sim.SimFill;
import sluice.sim.SimOrder;
import sluice.sim.coinbase.call.Ids;
import sluice.sim.front.Json;

/** Orders and fills as Coinbase spells them, which it does otherwise in answers than on the user channel. */
public final class OrderJson {

    private OrderJson() {}

    /** The configuration an order was placed with, made again from what is kept of it. */
    private static ObjectNode configuration(Floor floor, OrderRequest request, String size) {
        var json = configuration(request, size);
        var fields = (ObjectNode) json.path(kind(request));
        until(floor, request).ifPresent(end -> fields.put("end_time", end));
        return json;
    }

    private static Optional<String> until(Floor floor, OrderRequest request) {
        return request.manner().until().map(end -> Texts.time(floor.serverTime(end)));
    }

    static ObjectNode configuration(OrderRequest request, String size) {
        var json = Json.object();
        var fields = json.putObject(kind(request));
        fields.put(request.size().inQuote() ? "quote_size" : "base_size", size);
        request.px().ifPresent(px -> fields.put("limit_price", px.plain()));
        if (request.manner().rests()) {
            fields.put("post_only", request.type() == Type.LIMIT_MAKER);
        }
        return json;
    }

    static ObjectNode configuration(Floor floor, SimOrder order) {
        var size = order.request().size();
        return configuration(
                floor,
                order.request(),
                size.inQuote() ? plain(size.amount()) : order.orderQty().plain());
    }

    private static String kind(OrderRequest request) {
        if (request.type() == Type.MARKET) {
            return "market_market_ioc";
        }
        return switch (request.tif()) {
            case GTC -> "limit_limit_gtc";
            case GTD -> "limit_limit_gtd";
            case IOC -> "sor_limit_ioc";
            case FOK -> "limit_limit_fok";
        };
    }

    static ObjectNode order(Floor floor, SimOrder order) {
        var total = floor.totals().of(order.orderId());
        var cumQuote = order.progress().cumQuote();
        var json = Json.object().put("order_id", Ids.order(order.orderId()));
        json.put("product_id", order.symbol()).put("user_id", Ids.user(order.account()));
        json.set("order_configuration", configuration(floor, order));
        json.put("side", order.side().name()).put("client_order_id", order.clientId());
        json.put("status", status(floor, order)).put("time_in_force", tif(order.request()));
        json.put("created_time", Texts.time(floor.serverTime(order.createdAt())));
        json.put("completion_percentage", completion(order));
        json.put("filled_size", order.cumQty().plain()).put("average_filled_price", average(order));
        json.put("fee", "").put("number_of_fills", String.valueOf(total.fills()));
        json.put("filled_value", plain(cumQuote)).put("pending_cancel", isPendingCancel(floor, order));
        json.put("size_in_quote", order.request().size().inQuote());
        json.put("total_fees", plain(total.fees())).put("size_inclusive_of_fees", false);
        json.put("total_value_after_fees", plain(afterFees(order, total)));
        json.put("trigger_status", "INVALID_ORDER_TYPE").put("order_type", type(order.request()));
        json.put("reject_reason", "REJECT_REASON_UNSPECIFIED").put("reject_message", "");
        json.put("cancel_message", cancelMessage(order))
                .put("settled", order.cumQty().isPositive() && !order.isOpen());
        json.put("product_type", "SPOT").put("order_placement_source", "RETAIL_ADVANCED");
        json.put("outstanding_hold_amount", plain(hold(order))).put("is_liquidation", false);
        json.put(
                "last_fill_time",
                total.lastAt().map(at -> Texts.time(floor.serverTime(at))).orElse(null));
        json.putArray("edit_history");
        json.put("leverage", "").put("margin_type", "UNKNOWN_MARGIN_TYPE");
        json.put("retail_portfolio_id", Ids.portfolio(order.account()));
        return json.put("originating_order_id", "").put("attached_order_id", "");
    }

    /** An order as the user channel has it: sums only, and numbers and flags that are strings. */
    public static ObjectNode pushed(Floor floor, SimOrder order, String status) {
        var total = floor.totals().of(order.orderId());
        var cumQuote = order.progress().cumQuote();
        var json = Json.object().put("order_id", Ids.order(order.orderId()));
        json.put("client_order_id", order.clientId()).put("product_id", order.symbol());
        json.put("order_side", order.side().name());
        json.put("order_type", order.request().type() == Type.MARKET ? "Market" : "Limit");
        json.put("status", status).put("time_in_force", tif(order.request()));
        json.put("cumulative_quantity", order.cumQty().plain());
        json.put("leaves_quantity", order.leavesQty().plain());
        json.put("avg_price", average(order)).put("filled_value", plain(cumQuote));
        json.put("number_of_fills", String.valueOf(total.fills()));
        json.put("completion_percentage", completion(order)).put("total_fees", plain(total.fees()));
        json.put("total_value_after_fees", plain(afterFees(order, total)));
        json.put("limit_price", order.request().px().map(Px::plain).orElse("")).put("stop_price", "");
        json.put("post_only", String.valueOf(order.request().type() == Type.LIMIT_MAKER));
        json.put("outstanding_hold_amount", plain(hold(order)));
        json.put("cancel_reason", cancelMessage(order)).put("reject_reason", "");
        json.put("trigger_status", "INVALID_ORDER_TYPE");
        json.put("creation_time", Texts.time(floor.serverTime(order.createdAt())))
                .put("end_time", until(floor, order.request()).orElse(Texts.NEVER));
        json.put("start_time", Texts.NEVER).put("product_type", "SPOT");
        return json.put("retail_portfolio_id", Ids.portfolio(order.account()));
    }

    private static BigDecimal afterFees(SimOrder order, Totals.Total total) {
        var cumQuote = order.progress().cumQuote();
        return order.side() == Side.BUY ? cumQuote.add(total.fees()) : cumQuote.subtract(total.fees());
    }

    /** A fill; of an order sized in quote money, so is its size. There is no client id in it. */
    static ObjectNode fill(Floor floor, SimFill fill, boolean isInQuote) {
        var order = fill.order();
        var json = Json.object().put("entry_id", Ids.named("entry|" + fill.execId()));
        json.put("trade_id", String.valueOf(fill.tradeId())).put("order_id", Ids.order(order.orderId()));
        json.put("trade_time", Texts.time(floor.serverTime(fill.at()))).put("trade_type", "FILL");
        json.put("price", fill.lastPx().plain());
        json.put("size", isInQuote ? plain(fill.lastQuote()) : fill.lastQty().plain());
        json.put("commission", plain(fill.fee().amount())).put("product_id", order.symbol());
        json.put("sequence_timestamp", Texts.time(floor.serverTime(fill.at())));
        json.put("liquidity_indicator", fill.liquidity() == Liquidity.MAKER ? "MAKER" : "TAKER");
        json.put("size_in_quote", isInQuote).put("user_id", Ids.user(order.account()));
        return json.put("side", order.side().name()).put("retail_portfolio_id", Ids.portfolio(order.account()));
    }

    private static boolean isPendingCancel(Floor floor, SimOrder order) {
        return order.isOpen() && floor.cancels().isWaiting(order.orderId());
    }

    public static String status(Floor floor, SimOrder order) {
        return switch (order.state()) {
            case PENDING -> "PENDING";
            case SUBMITTED, PARTIALLY_FILLED -> isPendingCancel(floor, order) ? "CANCEL_QUEUED" : "OPEN";
            case CANCELLING -> "CANCEL_QUEUED";
            case FILLED -> "FILLED";
            case CANCELLED -> order.progress().cause() == SimOrder.Cause.EXPIRED ? "EXPIRED" : "CANCELLED";
            case REJECTED -> "FAILED";
        };
    }

    static String tif(OrderRequest request) {
        return switch (request.tif()) {
            case GTC -> "GOOD_UNTIL_CANCELLED";
            case GTD -> "GOOD_UNTIL_DATE_TIME";
            case IOC -> "IMMEDIATE_OR_CANCEL";
            case FOK -> "FILL_OR_KILL";
        };
    }

    static String type(OrderRequest request) {
        return request.type() == Type.MARKET ? "MARKET" : "LIMIT";
    }

    static String average(SimOrder order) {
        return order.cumQty().isPositive()
                ? Texts.share(order.progress().cumQuote(), order.cumQty().value())
                : "0";
    }

    static String completion(SimOrder order) {
        return Texts.percent(order.cumQty().value(), order.orderQty().value());
    }

    static String cancelMessage(SimOrder order) {
        return order.progress().cause() == SimOrder.Cause.CANCELLED_BY_ACCOUNT ? "User requested cancel" : "";
    }

    /** What is bound by the rest of it, in the asset it gives. */
    static BigDecimal hold(SimOrder order) {
        var price = order.side() == Side.BUY ? order.request().px().map(Px::value) : Optional.of(BigDecimal.ONE);
        return order.leavesQty().value().multiply(price.orElse(BigDecimal.ZERO)).setScale(8, RoundingMode.UP);
    }
}
