package sluice.report.market;

import java.util.ArrayList;
import java.util.List;
import sluice.engine.Answer.Recorded;
import sluice.engine.DeskEvent;
import sluice.order.ParentId;
import sluice.report.Figures;
import sluice.report.Json;
import sluice.report.Report;
import sluice.report.Table;
import sluice.report.Text;

/** The plans that were journaled with a parent, one for every wave. Immutable. */
public record RoutedReport(ParentId parentId, List<Wave> waves) implements Report {

    /** One journaled plan with its number. */
    public record Wave(long seq, DeskEvent.Routed routed) {}

    public RoutedReport {
        waves = List.copyOf(waves);
    }

    public static RoutedReport of(ParentId parentId, List<Recorded> events) {
        var waves = new ArrayList<Wave>();
        for (var recorded : events) {
            if (recorded.event() instanceof DeskEvent.Routed routed
                    && routed.parentId().equals(parentId)) {
                waves.add(new Wave(recorded.seq(), routed));
            }
        }
        return new RoutedReport(parentId, waves);
    }

    @Override
    public void json(Json out) {
        out.text("parentId", parentId)
                .list(
                        "waves",
                        waves,
                        (members, wave) -> members.time("at", wave.routed.at().at())
                                .number("seq", wave.seq)
                                .list("legs", wave.routed.legs(), RoutedReport::leg)
                                .texts("leftOut", wave.routed.leftOut()));
    }

    private static void leg(Json out, DeskEvent.Leg leg) {
        out.text("venue", leg.venue())
                .text("symbol", leg.symbol())
                .text("qty", leg.qty())
                .text("limitPx", leg.limit())
                .text("effectivePx", leg.effectivePx())
                .decimal("costBps", leg.costBps())
                .text("why", leg.why());
    }

    @Override
    public void text(Text out) {
        var table = new Table(out.timeHead(), "VENUE", ">QTY", ">LIMIT", ">ALL-IN PX", ">ALL-IN BPS", "WHY");
        for (var wave : waves) {
            for (var leg : wave.routed.legs()) {
                table.row(
                        out.time(wave.routed.at().at()),
                        leg.venue() + leg.symbol().map(symbol -> " " + symbol).orElse(""),
                        leg.qty(),
                        leg.limit(),
                        Figures.readable(leg.effectivePx()),
                        leg.costBps().toPlainString(),
                        leg.why());
            }
        }
        out.table(table, "No plan was journaled with " + parentId + ".");
        for (var wave : waves) {
            wave.routed.leftOut().forEach(reason -> out.line("Left out: " + reason));
        }
    }
}
