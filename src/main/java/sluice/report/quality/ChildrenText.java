package sluice.report.quality;

import java.math.RoundingMode;
import java.util.Optional;
import java.util.stream.Collectors;
import sluice.market.Px;
import sluice.quality.Costs;
import sluice.quality.ParentFigures;
import sluice.report.Table;
import sluice.report.Text;

/** One parent in detail: its children, and what its shortfall is made of. */
final class ChildrenText {

    private static final int DIGITS = 8;

    private ChildrenText() {}

    static void write(Text out, ParentFigures parent) {
        var table = new Table(
                "CHILD",
                "VENUE",
                "TYPE",
                "ENDING",
                ">FILLED",
                ">AVG PX",
                ">SUBMIT",
                ">BPS V DECISION",
                ">BPS V ARRIVAL",
                ">FEES");
        for (var child : parent.children()) {
            var costs = child.costs();
            table.row(
                    child.childId(),
                    child.venue(),
                    child.type(),
                    child.ending(),
                    costs.cumQty(),
                    shown(costs.avgPx()),
                    shown(child.mids().submit()),
                    Measures.bps(costs.decisionBps()),
                    Measures.bps(costs.arrivalBps()),
                    fees(costs));
        }
        out.line("").table(table, "It has no children.");
        parent.shortfall()
                .ifPresentOrElse(
                        measured -> shortfall(out, parent, measured),
                        () -> out.line("No shortfall: it works yet, or a mid is missing that it takes."));
    }

    private static void shortfall(Text out, ParentFigures parent, ParentFigures.Measured measured) {
        var money = measured.money();
        var table = new Table("SHORTFALL", ">" + parent.terms().symbol().quote());
        table.row("delay", Measures.money(money.delay()));
        table.row("schedule", Measures.money(money.schedule()));
        table.row("latency", Measures.money(money.latency()));
        table.row("execution", Measures.money(money.execution()));
        table.row("fees", Measures.money(money.fees()));
        table.row("opportunity", Measures.money(money.opportunity()));
        table.row("total", Measures.money(money.total()));
        out.line("").table(table, "");
        out.line("%s bps of the decision's worth; the components leave %s."
                .formatted(Measures.bps(Optional.of(measured.bps())).orElseThrow(), Measures.money(money.residual())));
    }

    /** As many decimals as can matter. */
    static Optional<String> shown(Optional<Px> px) {
        return px.map(known -> known.value().scale() > DIGITS
                ? known.value()
                        .setScale(DIGITS, RoundingMode.HALF_EVEN)
                        .stripTrailingZeros()
                        .toPlainString()
                : known.plain());
    }

    static String fees(Costs costs) {
        var others = costs.unvalued().stream().map(fee -> " + " + fee).collect(Collectors.joining());
        return Measures.money(costs.fees()) + others;
    }
}
