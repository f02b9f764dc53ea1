package sluice.report.orders;

import java.util.Optional;
import sluice.order.Closure;
import sluice.order.Order;
import sluice.order.parent.ParentOrder;
import sluice.report.Cell;
import sluice.report.Figures;
import sluice.report.Ink;
import sluice.report.Json;
import sluice.report.Table;
import sluice.report.Text;

/** The one shape in which an order is shown, whatever command shows it. */
public final class OrderShape {

    private OrderShape() {}

    /** The members of a parent. */
    public static void json(Json out, ParentOrder order) {
        var terms = order.parent().terms();
        out.text("parentId", order.parent().id())
                .text("symbol", terms.symbol())
                .text("side", terms.side())
                .text("orderQty", terms.orderQty())
                .text("cumQty", order.cumQty())
                .text("leavesQty", order.leavesQty())
                .text("avgPx", order.avgPx())
                .text("state", order.state())
                .flag("inDoubt", order.isInDoubt())
                .time("createdAt", order.parent().opened().at().at())
                .list("children", order.children(), OrderShape::child)
                .text("px", terms.px())
                .text("tif", terms.tif())
                .text("reason", order.parent().ended().map(Closure::reason))
                .text("tag", order.parent().opened().instructions().tag());
    }

    private static void child(Json out, Order order) {
        out.text("childId", order.ids().childId())
                .text("clOrdId", order.ids().there())
                .text("venue", order.ids().venue())
                .text("symbol", order.terms().symbol())
                .text("orderId", order.orderId())
                .text("px", order.terms().px())
                .text("tif", order.terms().tif())
                .text("orderQty", order.terms().orderQty())
                .text("cumQty", order.cumQty())
                .text("leavesQty", order.leavesQty())
                .text("avgPx", order.fills().avgPx())
                .text("state", order.state())
                .flag("inDoubt", order.isInDoubt())
                .text("reason", reason(order))
                .text("text", order.standing().closure().map(Closure::text).filter(text -> !text.isEmpty()));
    }

    /** Why it ended; while in doubt, which request and what went wrong with it. */
    private static Optional<String> reason(Order order) {
        return order.doubt()
                .map(doubt -> doubt.request().name() + ": " + doubt.cause())
                .or(() -> order.standing()
                        .closure()
                        .map(closure -> closure.reason().name()));
    }

    static Table table(Text out) {
        return new Table(
                "ID",
                "VENUE",
                "SYMBOL",
                "SIDE",
                ">QTY",
                ">FILLED",
                ">LEFT",
                ">LIMIT",
                ">AVG PX",
                "STATE",
                out.timeHead(),
                "NOTE");
    }

    static void rows(Table table, Text out, ParentOrder order) {
        var terms = order.parent().terms();
        table.row(
                order.parent().id(),
                "",
                terms.symbol(),
                new Cell(terms.side().name(), Ink.of(terms.side())),
                terms.orderQty(),
                order.cumQty(),
                order.leavesQty(),
                terms.px(),
                order.avgPx().map(Figures::readable),
                new Cell(order.state().name(), Ink.of(order.state())),
                out.time(order.parent().opened().at().at()),
                order.parent().ended().map(Closure::toString).orElse(""));
        order.children().forEach(child -> row(table, child));
    }

    private static void row(Table table, Order order) {
        table.row(
                " " + order.ids().childId(),
                order.ids().venue(),
                "",
                "",
                order.terms().orderQty(),
                order.cumQty(),
                order.leavesQty(),
                order.terms().px(),
                order.fills().avgPx().map(Figures::readable),
                new Cell(order.state().name(), Ink.of(order.state())),
                "",
                note(order));
    }

    private static Cell note(Order order) {
        return order.doubt()
                .map(doubt -> new Cell("in doubt: " + doubt.request().name() + ", " + doubt.cause(), Ink.BAD))
                .orElseGet(() -> new Cell(
                        order.standing().closure().map(Closure::toString).orElse(""), Ink.PLAIN));
    }

    /** One order as a sentence: {@code P-1 BUY 0.5 BTC-USDT FILLED, 0.5 at 60000}. */
    public static String sentence(ParentOrder order) {
        var terms = order.parent().terms();
        var filled = order.avgPx()
                .map(px -> ", " + order.cumQty() + " filled at " + Figures.readable(px))
                .orElse("");
        var left = order.leavesQty().isZero() ? "" : ", " + order.leavesQty() + " left";
        return order.parent().id() + " " + terms.side() + " " + terms.orderQty() + " " + terms.symbol()
                + terms.px().map(px -> " at " + px).orElse("") + " " + order.state() + filled + left
                + (order.isInDoubt() ? ", IN DOUBT" : "");
    }
}
