package sluice.report.market;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import sluice.engine.view.GroupView;
import sluice.market.Instrument;
import sluice.market.Regime;
import sluice.market.Symbol;
import sluice.market.consolidated.Group;
import sluice.report.Cell;
import sluice.report.Cut;
import sluice.report.Ink;
import sluice.report.Json;
import sluice.report.Report;
import sluice.report.Table;
import sluice.report.Text;

/**
 * What can be traded where, with each venue's grid and bounds, how its market behaves, and which symbols are one
 * market. Immutable.
 *
 * @param regimes of the symbols that books are kept of
 * @param most lines of text
 */
public record SymbolsReport(List<Instrument> instruments, Map<Symbol, Regime> regimes, List<GroupView> groups, int most)
        implements Report {

    public SymbolsReport {
        instruments = List.copyOf(instruments);
        regimes = Map.copyOf(regimes);
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

    private Optional<Regime> regimeOf(Instrument instrument) {
        return Optional.ofNullable(regimes.get(instrument.symbol()));
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
                .text("group", groupOf(instrument))
                .text("regime", regimeOf(instrument));
    }

    @Override
    public void text(Text out) {
        var table = new Table(
                "SYMBOL",
                "VENUE",
                "NAME THERE",
                ">TICK",
                ">LOT",
                ">MIN QTY",
                ">MIN NOTIONAL",
                "STATUS",
                "MARKET",
                "GROUP");
        var cut = Cut.of(instruments, most);
        for (var instrument : cut.shown()) {
            table.row(
                    instrument.symbol(),
                    instrument.venue(),
                    instrument.venueSymbol(),
                    instrument.grid().tick().toPlainString(),
                    instrument.grid().lot().toPlainString(),
                    instrument.bounds().minQty(),
                    instrument.bounds().minNotional().toPlainString(),
                    status(instrument),
                    regimeOf(instrument).map(SymbolsReport::regime).orElse(new Cell("", Ink.PLAIN)),
                    groupOf(instrument).orElse(""));
        }
        out.table(table, "No symbols.");
        cut.notice(out, "a PATTERN such as 'BTC-*' or --venue narrows it, --all shows every one");
        groups.forEach(view -> view.apart()
                .forEach(why ->
                        out.line(out.ink(Ink.WARN, "The group " + view.group().name() + " is apart") + ". " + why)));
    }

    private static Cell regime(Regime regime) {
        return new Cell(regime.name(), regime == Regime.CALM ? Ink.PLAIN : Ink.WARN);
    }

    private static Cell status(Instrument instrument) {
        var ink = instrument.status() == Instrument.Status.TRADING ? Ink.PLAIN : Ink.WARN;
        return new Cell(instrument.status().name(), ink);
    }
}
