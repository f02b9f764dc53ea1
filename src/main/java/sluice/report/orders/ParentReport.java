package sluice.report.orders;

import sluice.order.parent.ParentOrder;
import sluice.report.Json;
import sluice.report.Report;
import sluice.report.Text;

/** One order as it stands; {@code member} is its name in the result, {@code parent} or {@code order}. Immutable. */
public record ParentReport(String member, ParentOrder order) implements Report {

    @Override
    public void json(Json out) {
        out.object(member, members -> OrderShape.json(members, order));
    }

    @Override
    public void text(Text out) {
        var table = OrderShape.table(out);
        OrderShape.rows(table, out, order);
        out.table(table, "");
    }
}
