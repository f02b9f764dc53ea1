package sluice.report.market;

import java.util.List;
import java.util.Optional;
import sluice.engine.view.GroupView;
import sluice.market.Instrument;
import sluice.market.consolidated.Group;
import sluice.report.Cell;
import sluice.report.Ink;
import sluice.report.Json;
import sluice.report.Report;
import sluice.report.Table;
import sluice.report.Text;

/** What can be traded where, with each venue's grid and bounds, and which symbols are one market. Immutable. */
public record SymbolsReport(List<Instrument> instruments, List<GroupView> groups) implements Report {

    public SymbolsReport {
        instruments = List.copyOf(instruments);
        groups = List.copyOf(groups);
    }

    @Override
    public void json(Json out) {
        out.list("symbols", instruments, this::instrument).list("groups", groups, SymbolsReport::group);
    }

    private static void group(Json out, GroupView view) {
        out.text("name", view.group().name())
                .texts("symbols", view.group().symbols())
                .texts("through", view.group().through())
                .texts("apart", view.apart());
    }

    private Optional<String> groupOf(Instrument instrument) {
        return groups.stream()
                .map(GroupView::group)
                .filter(group -> group.has(instrument.symbol()))
                .map(Group::name)
                .findFirst();
    }

    private void instrument(Json out, Instrument instrument) {
        var bounds = instrument.bounds();
        out.text("symbol", instrument.symbol())
                .text("venue", instrument.venue())
                .text("venueSymbol", instrument.venueSymbol())
                .text("kind", instrument.symbol().kind())
                .decimal("tick", instrument.grid().tick())
                .decimal("lot", instrument.grid().lot())
                .text("minQty", bounds.minQty())
                .text("maxQty", bounds.maxQty())
                .decimal("minNotional", bounds.minNotional())
                .decimal("maxNotional", bounds.maxNotional())
                .decimal("multiplier", instrument.multiplier())
                .text("status", instrument.status())
                .text("group", groupOf(instrument));
    }

    @Override
    public void text(Text out) {
        var table = new Table(
                "SYMBOL", "VENUE", "NAME THERE", ">TICK", ">LOT", ">MIN QTY", ">MIN NOTIONAL", "STATUS", "GROUP");
        for (var instrument : instruments) {
            table.row(
                    instrument.symbol(),
                    instrument.venue(),
                    instrument.venueSymbol(),
                    instrument.grid().tick().toPlainString(),
                    instrument.grid().lot().toPlainString(),
                    instrument.bounds().minQty(),
                    instrument.bounds().minNotional().toPlainString(),
                    status(instrument),
                    groupOf(instrument).orElse(""));
        }
        out.table(table, "No symbols.");
        groups.forEach(view ->
                view.apart().forEach(why -> out.line("The group " + view.group().name() + " is apart. " + why)));
    }

    private static Cell status(Instrument instrument) {
        var ink = instrument.status() == Instrument.Status.TRADING ? Ink.PLAIN : Ink.WARN;
        return new Cell(instrument.status().name(), ink);
    }
}
