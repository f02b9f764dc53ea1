package sluice.report.orders;

import java.util.List;
import sluice.order.parent.ParentOrder;
import sluice.report.Json;
import sluice.report.Report;
import sluice.report.Text;

/** Parents with their children. Immutable. */
public record OrdersReport(List<ParentOrder> orders, String empty) implements Report {

    public OrdersReport {
        orders = List.copyOf(orders);
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
    }
}
