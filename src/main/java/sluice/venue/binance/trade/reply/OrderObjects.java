package sluice.venue.binance.trade.reply;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import sluice.market.Money;
import sluice.market.Px;
import sluice.market.Side;
import sluice.market.Symbol;
import sluice.net.text.Fields;
import sluice.order.ClOrdId;
import sluice.order.ExecId;
import sluice.order.Execution;
import sluice.order.Liquidity;
import sluice.order.OrderId;
import sluice.order.Terms;
import sluice.order.Tif;
import sluice.venue.VenueFill;
import sluice.venue.VenueOrder;
import sluice.venue.binance.trade.wire.SymbolNames;

/** Reads orders and executions as REST writes them. Immutable. */
public record OrderObjects(SymbolNames names) {

    /** The answer to a cancel carries the cancel's own id too; the order's is then under {@code origClientOrderId}. */
    public VenueOrder order(Fields fields) {
        var cumQty = fields.qty("executedQty");
        var terms = terms(fields);
        var status = fields.text("status");
        return new VenueOrder(
                clOrdId(fields),
                orderId(fields),
                terms,
                cumQty,
                fields.decimal("cummulativeQuoteQty"),
                Closures.state(status, cumQty.isPositive()),
                Closures.of(status, fields.textOrNone("expiryReason"), terms.tif()));
    }

    public List<VenueOrder> orders(Fields array) {
        return array.all().stream().map(this::order).toList();
    }

    /** The reply to a placement: ACK, RESULT or FULL. */
    public OrderReply reply(Fields fields) {
        var order = fields.has("status") ? Optional.of(order(fields)) : Optional.<VenueOrder>empty();
        var symbol = names.symbol(fields.text("symbol"));
        var at = fields.time("transactTime");
        var fills = fields.has("fills")
                ? fields.in("fills").all().stream()
                        .map(fill -> fill(fill, symbol, at))
                        .toList()
                : List.<Execution>of();
        return new OrderReply(orderId(fields), order, fills);
    }

    /** A row of myTrades, which has no client id: an execution is joined to its order by the venue's id. */
    public VenueFill trade(Fields fields) {
        var symbol = names.symbol(fields.text("symbol"));
        var execution = new Execution(
                new ExecId(Long.toString(fields.number("id"))),
                fields.qty("qty"),
                fields.px("price"),
                fee(fields, "commission", "commissionAsset", symbol),
                fields.flag("isMaker") ? Liquidity.MAKER : Liquidity.TAKER,
                fields.time("time"));
        var side = fields.flag("isBuyer") ? Side.BUY : Side.SELL;
        return new VenueFill(Optional.empty(), orderId(fields), symbol, side, execution);
    }

    public List<VenueFill> trades(Fields array) {
        return array.all().stream().map(this::trade).toList();
    }

    /** The fills a placement's reply lists happened at once, so they took. */
    private static Execution fill(Fields fields, Symbol symbol, Instant at) {
        return new Execution(
                new ExecId(Long.toString(fields.number("tradeId"))),
                fields.qty("qty"),
                fields.px("price"),
                fee(fields, "commission", "commissionAsset", symbol),
                Liquidity.TAKER,
                at);
    }

    static Money fee(Fields fields, String amount, String asset, Symbol symbol) {
        return fields.has(asset)
                ? new Money(fields.decimal(amount), fields.text(asset))
                : new Money(BigDecimal.ZERO, symbol.quote());
    }

    private Terms terms(Fields fields) {
        return terms(
                names.symbol(fields.text("symbol")),
                fields,
                new Keys("side", "type", "timeInForce", "price", "origQty"));
    }

    /** Under which names a message has an order's terms. */
    record Keys(String side, String type, String tif, String px, String qty) {}

    static Terms terms(Symbol symbol, Fields fields, Keys keys) {
        var type = fields.text(keys.type());
        var px = Optional.of(fields.px(keys.px())).filter(Px::isPositive);
        return new Terms(
                symbol,
                fields.text(keys.side()).equals("SELL") ? Side.SELL : Side.BUY,
                fields.qty(keys.qty()),
                type.equals("MARKET") ? Optional.empty() : px,
                type.equals("MARKET") ? Tif.IOC : tif(fields.textOrNone(keys.tif())),
                type.equals("LIMIT_MAKER"),
                false);
    }

    /** A lifetime we do not know counts as the longest one. */
    private static Tif tif(String text) {
        return switch (text) {
            case "IOC" -> Tif.IOC;
            case "FOK" -> Tif.FOK;
            default -> Tif.GTC;
        };
    }

    private static Optional<ClOrdId> clOrdId(Fields fields) {
        var original = fields.textOrNone("origClientOrderId");
        var id = original.isEmpty() ? fields.textOrNone("clientOrderId") : original;
        return id.isEmpty() ? Optional.empty() : Optional.of(new ClOrdId(id));
    }

    static OrderId orderId(Fields fields) {
        return new OrderId(Long.toString(fields.number("orderId")));
    }

    /** Whether an order in a reply stands in a way that the venue's page does not name. */
    public static boolean isStrange(Fields reply) {
        return reply.saysOtherThan(Closures::isKnown, "status", "orderId");
    }
}
