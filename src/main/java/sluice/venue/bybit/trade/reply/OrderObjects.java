package sluice.venue.bybit.trade.reply;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sluice.market.Money;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Side;
import sluice.market.Symbol;
import sluice.net.text.Fields;
import sluice.net.text.UnableToReadException;
import sluice.order.ClOrdId;
import sluice.order.ExecId;
import sluice.order.Execution;
import sluice.order.Liquidity;
import sluice.order.OrderId;
import sluice.order.Terms;
import sluice.order.Tif;
import sluice.order.account.TradeCause;
import sluice.venue.BadFrame;
import sluice.venue.VenueFill;
import sluice.venue.VenueFunding;
import sluice.venue.VenueOrder;
import sluice.venue.bybit.names.Category;
import sluice.venue.bybit.names.SymbolNames;

/** Reads orders and executions, which REST and the private stream write alike. Immutable. */
public record OrderObjects(SymbolNames names) {

    /** Enums page, execType: what else there is, such as {@code Funding}, executes no order. */
    private static final Map<String, TradeCause> TRADES = Map.of(
            "Trade", TradeCause.ORDER,
            "BlockTrade", TradeCause.ORDER,
            "FutureSpread", TradeCause.ORDER,
            "BustTrade", TradeCause.LIQUIDATION,
            "AdlTrade", TradeCause.DELEVERAGING,
            "MovePosition", TradeCause.TRANSFER);

    public VenueOrder order(Fields row, Category category) {
        var status = row.text("orderStatus");
        var cumQty = new Qty(row.amount("cumExecQty").orElse(BigDecimal.ZERO));
        var why = new Closures.Why(row.textOrNone("rejectReason"), row.textOrNone("cancelType"));
        var terms = terms(row, category);
        return new VenueOrder(
                clOrdId(row),
                orderId(row),
                terms,
                cumQty,
                row.amount("cumExecValue").orElse(BigDecimal.ZERO),
                Closures.state(status, why.rejectReason(), cumQty.isPositive()),
                Closures.of(status, why, terms.tif()));
    }

    public List<VenueOrder> orders(Fields rows, Category category) {
        return rows.all().stream().map(row -> order(row, category)).toList();
    }

    /** Empty for a row that is no settlement; the fee of one is what was paid, negative where it was received. */
    public Optional<VenueFunding> funding(Fields row, Category category) {
        if (!row.text("execType").equals("Funding")) {
            return Optional.empty();
        }
        var symbol = names.symbol(category, row.text("symbol"));
        var paid = new Money(row.amount("execFee").orElse(BigDecimal.ZERO), symbol.quote());
        return Optional.of(new VenueFunding(symbol, new ExecId(row.text("execId")), paid, row.time("execTime")));
    }

    /** Empty for a row that executed no order. */
    public Optional<VenueFill> fill(Fields row, Category category) {
        var cause = Optional.ofNullable(TRADES.get(row.text("execType")));
        if (cause.isEmpty()) {
            return Optional.empty();
        }
        var symbol = names.symbol(category, row.text("symbol"));
        var side = side(row);
        var liquidity = row.flag("isMaker") ? Liquidity.MAKER : Liquidity.TAKER;
        var execution = new Execution(
                new ExecId(row.text("execId")),
                row.qty("execQty"),
                row.px("execPrice"),
                new Money(row.amount("execFee").orElse(BigDecimal.ZERO), feeAsset(row, symbol, side, liquidity)),
                liquidity,
                row.time("execTime"));
        return cause.map(why -> new VenueFill(
                why == TradeCause.ORDER ? clOrdId(row) : Optional.empty(), orderId(row), symbol, side, execution, why));
    }

    public List<VenueFill> fills(Fields rows, Category category) {
        return rows.all().stream().flatMap(row -> fill(row, category).stream()).toList();
    }

    /**
     * Enums page, "Spot fee currency instruction": a buy pays in the base coin and a sell in the quote coin, but for a
     * maker's negative rate, where it is the other way round. The private stream does not name it.
     */
    private static String feeAsset(Fields row, Symbol symbol, Side side, Liquidity liquidity) {
        var named = row.textOrNone("feeCurrency");
        if (!named.isEmpty()) {
            return named;
        }
        if (symbol.isPerpetual()) {
            return symbol.quote();
        }
        var isRebate = liquidity == Liquidity.MAKER
                && row.amount("feeRate").orElse(BigDecimal.ZERO).signum() < 0;
        return (side == Side.BUY) == isRebate ? symbol.quote() : symbol.base();
    }

    private Terms terms(Fields row, Category category) {
        var isMarket = row.text("orderType").equals("Market");
        var tif = row.textOrNone("timeInForce");
        return new Terms(
                names.symbol(category, row.text("symbol")),
                side(row),
                orderQty(row),
                isMarket ? Optional.empty() : row.amount("price").map(Px::new).filter(Px::isPositive),
                isMarket ? Tif.IOC : tif(tif),
                tif.equals("PostOnly"),
                row.flag("reduceOnly"));
    }

    /** Somebody else's market order may ask for an amount of quote money: what it has filled is all we can say. */
    private static Qty orderQty(Fields row) {
        return row.textOrNone("marketUnit").equals("quoteCoin")
                ? new Qty(row.amount("cumExecQty").orElse(BigDecimal.ZERO))
                : row.qty("qty");
    }

    /** A lifetime we do not know counts as the longest one. */
    private static Tif tif(String text) {
        return switch (text) {
            case "IOC" -> Tif.IOC;
            case "FOK" -> Tif.FOK;
            default -> Tif.GTC;
        };
    }

    private static Side side(Fields row) {
        return switch (row.text("side")) {
            case "Buy" -> Side.BUY;
            case "Sell" -> Side.SELL;
            default -> throw new UnableToReadException(BadFrame.UNKNOWN_VALUE, "neither Buy nor Sell: side");
        };
    }

    private static Optional<ClOrdId> clOrdId(Fields row) {
        return Optional.of(row.textOrNone("orderLinkId"))
                .filter(id -> !id.isEmpty())
                .map(ClOrdId::new);
    }

    /** The id in an acknowledgement, too. */
    public static OrderId orderId(Fields row) {
        return new OrderId(row.text("orderId"));
    }

    /** Whether an order in a reply stands in a way that the venue's page does not name. */
    public static boolean isStrange(Fields reply) {
        return reply.saysOtherThan(Closures::isKnown, "orderStatus", "orderId");
    }
}
