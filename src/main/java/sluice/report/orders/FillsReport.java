package sluice.report.orders;

import java.util.List;
import java.util.Optional;
import sluice.engine.view.FillView;
import sluice.market.Side;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.order.Execution;
import sluice.order.account.AccountEvent;
import sluice.report.Cell;
import sluice.report.Ink;
import sluice.report.Json;
import sluice.report.Report;
import sluice.report.Table;
import sluice.report.Text;

/**
 * Executions, each booked once, and a word to people on those that are left out. Immutable.
 *
 * @param taken what venues did to positions, which is no order's
 */
public record FillsReport(List<FillView> fills, List<AccountEvent.TradedElsewhere> taken, Optional<String> notice)
        implements Report {

    public FillsReport {
        fills = List.copyOf(fills);
        taken = List.copyOf(taken);
    }

    @Override
    public void json(Json out) {
        out.list("fills", fills, FillsReport::fill);
        if (!taken.isEmpty()) {
            out.list("taken", taken, FillsReport::taken);
        }
    }

    private static void fill(Json out, FillView fill) {
        var execution = fill.execution();
        out.text("childId", fill.ids().childId())
                .text("parentId", fill.ids().parentId())
                .text("venue", fill.ids().venue())
                .text("symbol", fill.symbol())
                .text("side", fill.side())
                .text("execId", execution.execId())
                .text("orderId", fill.orderId())
                .text("lastQty", execution.lastQty())
                .text("lastPx", execution.lastPx())
                .decimal("fee", execution.fee().amount())
                .text("feeAsset", execution.fee().asset())
                .text("liquidity", execution.liquidity())
                .time("at", execution.at());
        if (execution.execId().isProvisional()) {
            out.flag("provisional", true);
        }
    }

    private static void taken(Json out, AccountEvent.TradedElsewhere taken) {
        out.text("cause", taken.cause())
                .text("venue", taken.venue())
                .text("orderId", taken.orderId())
                .text("symbol", taken.symbol())
                .text("side", taken.side());
        execution(out, taken.execution());
    }

    static Json execution(Json out, Execution execution) {
        return out.text("execId", execution.execId())
                .text("lastQty", execution.lastQty())
                .text("lastPx", execution.lastPx())
                .decimal("fee", execution.fee().amount())
                .text("feeAsset", execution.fee().asset())
                .text("liquidity", execution.liquidity())
                .time("executedAt", execution.at());
    }

    private static Cell name(Execution execution) {
        return execution.execId().isProvisional()
                ? new Cell(execution.execId() + " *", Ink.BAD)
                : new Cell(execution.execId().value(), Ink.PLAIN);
    }

    @Override
    public void text(Text out) {
        var table = new Table(
                out.timeHead(),
                "ORDER",
                "PARENT",
                "VENUE",
                "SYMBOL",
                "SIDE",
                ">QTY",
                ">PX",
                ">FEE",
                "ASSET",
                "LIQUIDITY",
                "EXEC ID");
        for (var fill : fills) {
            var ids = fill.ids();
            table.row(new Line(ids.childId(), ids.parentId(), ids.venue(), fill.symbol(), fill.side(), fill.execution())
                    .cells(out));
        }
        for (var each : taken) {
            var cause = new Cell(each.cause().name(), Ink.BAD);
            table.row(new Line(cause, "", each.venue(), each.symbol(), each.side(), each.execution()).cells(out));
        }
        out.table(table, "No fills.");
        if (fills.stream().anyMatch(fill -> fill.execution().execId().isProvisional())) {
            out.line("* stands in for fills that the venue counts, or somebody said there were, and does not list yet");
        }
        notice.ifPresent(out::line);
    }

    /** One execution, by whatever name of what made it. */
    private record Line(Object order, Object parent, VenueId venue, Symbol symbol, Side side, Execution execution) {

        Object[] cells(Text out) {
            return new Object[] {
                out.time(execution.at()),
                order,
                parent,
                venue,
                symbol,
                new Cell(side.name(), Ink.of(side)),
                execution.lastQty(),
                execution.lastPx(),
                execution.fee().amount().toPlainString(),
                execution.fee().asset(),
                execution.liquidity(),
                name(execution)
            };
        }
    }
}
