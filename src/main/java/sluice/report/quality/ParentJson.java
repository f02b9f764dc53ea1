package sluice.report.quality;

import java.math.BigDecimal;
import java.math.RoundingMode;
import sluice.quality.ChildFigures;
import sluice.quality.Costs;
import sluice.quality.Mids;
import sluice.quality.ParentFigures;
import sluice.report.Json;

/** One parent's figures, and its children's, as JSON. */
final class ParentJson {

    private ParentJson() {}

    static BigDecimal bps(BigDecimal bps) {
        return bps.setScale(4, RoundingMode.HALF_EVEN);
    }

    static BigDecimal ratio(BigDecimal share) {
        return share.setScale(6, RoundingMode.HALF_EVEN);
    }

    static void write(Json out, ParentFigures parent) {
        var terms = parent.terms();
        out.text("parentId", parent.parentId())
                .text("symbol", terms.symbol())
                .text("side", terms.side())
                .text("orderQty", terms.orderQty())
                .time("at", parent.opening().at())
                .text("regime", parent.opening().regime())
                .flag("decisionMissing", parent.opening().decisionMissing());
        mids(out, parent.mids());
        costs(out, parent.costs());
        if (parent.shortfall().isPresent()) {
            out.object(
                    "shortfall",
                    members -> shortfall(members, parent.shortfall().get()));
        } else {
            out.absent("shortfall");
        }
        out.list("children", parent.children(), ParentJson::child);
    }

    private static void child(Json out, ChildFigures child) {
        out.text("childId", child.childId())
                .text("venue", child.venue())
                .text("symbol", child.symbol())
                .text("type", child.type())
                .text("orderQty", child.terms().orderQty())
                .text("ending", child.ending());
        mids(out, child.mids());
        costs(out, child.costs());
    }

    private static void mids(Json out, Mids mids) {
        out.text("decisionMid", mids.decision())
                .text("arrivalMid", mids.arrival())
                .text("submitMid", mids.submit());
    }

    private static void costs(Json out, Costs costs) {
        out.text("cumQty", costs.cumQty())
                .text("avgPx", costs.avgPx())
                .decimal("fees", costs.fees())
                .list(
                        "feesUnvalued",
                        costs.unvalued(),
                        (members, fee) -> members.text("asset", fee.asset()).decimal("amount", fee.amount()))
                .decimal("decisionBps", costs.decisionBps().map(ParentJson::bps))
                .decimal("arrivalBps", costs.arrivalBps().map(ParentJson::bps));
    }

    private static void shortfall(Json out, ParentFigures.Measured measured) {
        var money = measured.money();
        out.decimal("total", money.total())
                .decimal("bps", bps(measured.bps()))
                .decimal("delay", money.delay())
                .decimal("schedule", money.schedule())
                .decimal("latency", money.latency())
                .decimal("execution", money.execution())
                .decimal("fees", money.fees())
                .decimal("opportunity", money.opportunity())
                .decimal("residual", money.residual());
    }
}
