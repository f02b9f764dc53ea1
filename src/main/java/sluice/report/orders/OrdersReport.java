package sluice.report.orders;

import java.util.List;
import java.util.Optional;
import sluice.order.parent.ParentOrder;
import sluice.report.Json;
import sluice.report.Report;
import sluice.report.Text;

/** Parents with their children, and a word to people on those that are left out. Immutable. */
public record OrdersReport(List<ParentOrder> orders, String empty, Optional<String> notice) implements Report {

    public OrdersReport {
        orders = List.copyOf(orders);
    }

    public OrdersReport(List<ParentOrder> orders, String empty) {
        this(orders, empty, Optional.empty());
    }

    @Override
    public void json(Json out) {
        out.list("orders", orders, OrderShape::json);
    }

    @Override
    public void text(Text out) {
        var table = OrderShape.table(out);
        orders.forEach(order -> OrderShape.rows(table, out, order));
        out.table(table, empty);
        notice.ifPresent(out::line);
    }
}
