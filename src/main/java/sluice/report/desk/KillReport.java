package sluice.report.desk;

import sluice.engine.Answer;
import sluice.report.Json;
import sluice.report.Report;
import sluice.report.Text;
import sluice.report.orders.OrderShape;

/** A kill, or what it would have done. Immutable. */
public record KillReport(Answer.Killed killed) implements Report {

    @Override
    public void json(Json out) {
        out.flag("drill", killed.drill())
                .list("cancelled", killed.cancelled(), OrderShape::json)
                .texts("unreached", killed.unreached());
    }

    @Override
    public void text(Text out) {
        out.line(
                killed.drill()
                        ? "A drill: nothing was changed. These orders would be cancelled:"
                        : "Killed: no new order leaves until resume --reason TEXT. Cancelled:");
        killed.cancelled().forEach(order -> out.line("  " + OrderShape.sentence(order)));
        if (killed.cancelled().isEmpty()) {
            out.line("  none was open");
        }
        killed.unreached().forEach(order -> out.line("May still work: " + order));
    }
}
