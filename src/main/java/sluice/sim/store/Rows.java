package sluice.sim.store;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import sluice.market.Money;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Side;
import sluice.order.Liquidity;
import sluice.order.OrderState;
import sluice.order.Tif;
import sluice.sim.Holding;
import sluice.sim.Ledger.Balance;
import sluice.sim.OrderRequest;
import sluice.sim.SelfTrade;
import sluice.sim.SimFill;
import sluice.sim.SimOrder;

/** Orders, fills and balances as rows, and back. An order without a price has an empty one. */
final class Rows {

    private Rows() {}

    static Object[] row(String venue, SimOrder order) {
        var request = order.request();
        var progress = order.progress();
        return new Object[] {
            venue,
            order.orderId(),
            order.account(),
            request.clientId(),
            request.symbol(),
            request.side().name(),
            request.type().name(),
            request.tif().name(),
            request.size().amount().toPlainString(),
            request.size().inQuote() ? 1 : 0,
            request.px().map(Px::plain).orElse(""),
            request.selfTrade().name(),
            order.orderQty().plain(),
            progress.state().name(),
            progress.cumQty().plain(),
            progress.cumQuote().toPlainString(),
            progress.cause().name(),
            order.createdAt().toString(),
            order.updatedAt().toString(),
            request.reduceOnly() ? 1 : 0,
            request.manner().until().map(Instant::toString).orElse("")
        };
    }

    static SimOrder order(ResultSet row) throws SQLException {
        var progress = new SimOrder.Progress(
                OrderState.valueOf(row.getString("state")),
                Qty.of(row.getString("cum_qty")),
                new BigDecimal(row.getString("cum_quote")),
                SimOrder.Cause.valueOf(row.getString("cause")));
        return new SimOrder(
                row.getLong("order_id"),
                row.getString("account"),
                request(row),
                Qty.of(row.getString("order_qty")),
                progress,
                Instant.parse(row.getString("created_at")),
                Instant.parse(row.getString("updated_at")));
    }

    static Object[] row(String venue, SimFill fill) {
        var order = fill.order();
        return new Object[] {
            venue,
            fill.execId(),
            fill.tradeId(),
            order.account(),
            order.orderId(),
            order.clientId(),
            order.symbol(),
            order.side().name(),
            fill.lastQty().plain(),
            fill.lastPx().plain(),
            fill.fee().amount().toPlainString(),
            fill.fee().asset(),
            fill.liquidity().name(),
            fill.at().toString(),
            fill.settled().closedQty().plain(),
            fill.settled().pnl().toPlainString()
        };
    }

    static SimFill fill(ResultSet row) throws SQLException {
        return new SimFill(
                new SimFill.Ids(row.getLong("exec_id"), row.getLong("trade_id")),
                new SimFill.Of(
                        row.getString("account"),
                        row.getLong("order_id"),
                        row.getString("client_id"),
                        row.getString("symbol"),
                        Side.valueOf(row.getString("side"))),
                Qty.of(row.getString("last_qty")),
                Px.of(row.getString("last_px")),
                new SimFill.Settled(
                        Money.of(row.getString("fee"), row.getString("fee_asset")),
                        Qty.of(row.getString("closed_qty")),
                        new BigDecimal(row.getString("pnl"))),
                Liquidity.valueOf(row.getString("liquidity")),
                Instant.parse(row.getString("at")));
    }

    static Object[] row(String venue, Balance balance) {
        var holding = balance.holding();
        return new Object[] {
            venue,
            balance.account(),
            balance.asset(),
            holding.free().toPlainString(),
            holding.locked().toPlainString()
        };
    }

    static Balance balance(ResultSet row) throws SQLException {
        var holding = new Holding(new BigDecimal(row.getString("free")), new BigDecimal(row.getString("locked")));
        return new Balance(row.getString("account"), row.getString("asset"), holding);
    }

    private static OrderRequest request(ResultSet row) throws SQLException {
        var px = row.getString("px");
        var until = row.getString("until");
        return new OrderRequest(
                row.getString("symbol"),
                Side.valueOf(row.getString("side")),
                new OrderRequest.Manner(
                        OrderRequest.Type.valueOf(row.getString("type")),
                        Tif.Kind.valueOf(row.getString("tif")),
                        row.getInt("reduce_only") == 1,
                        until.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(until))),
                new OrderRequest.Size(new BigDecimal(row.getString("amount")), row.getInt("in_quote") == 1),
                px.isEmpty() ? Optional.empty() : Optional.of(Px.of(px)),
                row.getString("client_id"),
                SelfTrade.valueOf(row.getString("self_trade")));
    }
}
