package sluice.report.orders;

import java.util.List;
import sluice.engine.view.DoubtView;
import sluice.order.Order;
import sluice.order.parent.ParentOrder;
import sluice.report.Cell;
import sluice.report.Ink;
import sluice.report.Json;
import sluice.report.Report;
import sluice.report.Table;
import sluice.report.Text;

/** Orders in doubt, and how far asking about each has come. Immutable. */
public record DoubtsReport(List<ParentOrder> orders, List<DoubtView> asked) implements Report {

    public DoubtsReport {
        orders = List.copyOf(orders);
        asked = List.copyOf(asked);
    }

    private List<Order> children() {
        return orders.stream()
                .flatMap(parent -> parent.children().stream())
                .filter(Order::isInDoubt)
                .toList();
    }

    private DoubtView asked(Order order) {
        var id = order.ids().childId();
        return asked.stream()
                .filter(each -> each.childId().equals(id))
                .findFirst()
                .orElse(new DoubtView(id, 0, 0, false));
    }

    @Override
    public void json(Json out) {
        out.list("orders", orders, OrderShape::json).list("doubts", children(), this::json);
    }

    private void json(Json out, Order order) {
        var doubt = order.doubt().orElseThrow();
        var asked = asked(order);
        out.text("childId", order.ids().childId())
                .text("parentId", order.ids().parentId())
                .text("clOrdId", order.ids().there())
                .text("venue", order.ids().venue())
                .text("request", doubt.request().name())
                .text("cause", doubt.cause())
                .time("since", doubt.since().at())
                .number("questions", asked.questions())
                .number("notFound", asked.notFound())
                .flag("escalated", asked.escalated());
    }

    @Override
    public void text(Text out) {
        var table = new Table(
                "ID",
                "VENUE",
                "SYMBOL",
                "SIDE",
                ">QTY",
                ">LEFT",
                "REQUEST",
                out.timeHead(),
                ">ASKED",
                ">NOT FOUND",
                "WHY");
        children().forEach(order -> row(table, out, order));
        out.table(table, "Nothing is in doubt.");
        if (children().stream().anyMatch(order -> asked(order).escalated())) {
            out.line("Nothing new goes to a venue with an order marked !; when you know what became of it, say so:")
                    .line("unknown resolve ID --as filled|cancelled|never-sent --evidence TEXT");
        }
    }

    private void row(Table table, Text out, Order order) {
        var doubt = order.doubt().orElseThrow();
        var asked = asked(order);
        var id = order.ids().childId() + (asked.escalated() ? " !" : "");
        table.row(
                new Cell(id, asked.escalated() ? Ink.BAD : Ink.PLAIN),
                order.ids().venue(),
                order.terms().symbol(),
                new Cell(order.terms().side().name(), Ink.of(order.terms().side())),
                order.terms().orderQty(),
                order.leavesQty(),
                doubt.request().name(),
                out.time(doubt.since().at()),
                asked.questions(),
                asked.notFound(),
                doubt.cause());
    }
}
