package sluice.venue.coinbase.trade.reply;

import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import sluice.market.Money;
import sluice.market.Qty;
import sluice.net.text.Fields;
import sluice.net.text.UnableToReadException;
import sluice.order.ExecId;
import sluice.order.Execution;
import sluice.order.Liquidity;
import sluice.order.OrderId;
import sluice.venue.VenueFill;
import sluice.venue.coinbase.trade.wire.ProductNames;

/** Reads executions, which the venue lists without our own id. */
public final class FillObjects {

    /** List fills, {@code trade_type}: corrections and reversals book money back and are no executions. */
    private static final String EXECUTION = "FILL";

    private static final int PLACES = 8;

    private FillObjects() {}

    /** The executions of a page. */
    public static List<VenueFill> page(Fields reply) {
        return reply.in("fills").all().stream()
                .filter(fill -> fill.textOrNone("trade_type").equals(EXECUTION))
                .map(FillObjects::fill)
                .toList();
    }

    private static VenueFill fill(Fields fill) {
        var symbol = ProductNames.symbol(fill.text("product_id"));
        var execution = new Execution(
                new ExecId(fill.text("trade_id")),
                size(fill),
                fill.px("price"),
                new Money(Words.decimal(fill, "commission"), symbol.quote()),
                fill.textOrNone("liquidity_indicator").equals("MAKER") ? Liquidity.MAKER : Liquidity.TAKER,
                Words.time(fill, "trade_time"));
        return new VenueFill(
                Optional.empty(), new OrderId(fill.text("order_id")), symbol, Words.side(fill, "side"), execution);
    }

    /** List fills: "if size_in_quote is true, size is in quote currency". */
    private static Qty size(Fields fill) {
        if (!Words.flag(fill, "size_in_quote")) {
            return fill.qty("size");
        }
        if (!fill.px("price").isPositive()) {
            throw new UnableToReadException("no price to reckon a size by");
        }
        return new Qty(fill.decimal("size").divide(fill.decimal("price"), PLACES, RoundingMode.HALF_EVEN));
    }

    /** What the next page is asked for by; empty after the last. */
    public static String next(Fields reply) {
        return reply.textOrNone("cursor");
    }
}
