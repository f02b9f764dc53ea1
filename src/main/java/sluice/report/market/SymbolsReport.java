package sluice.report.market;

import java.util.List;
import sluice.market.Instrument;
import sluice.report.Cell;
import sluice.report.Ink;
import sluice.report.Json;
import sluice.report.Report;
import sluice.report.Table;
import sluice.report.Text;

/** What can be traded where, with each venue's grid and bounds. Immutable. */
public record SymbolsReport(List<Instrument> instruments) implements Report {

    public SymbolsReport {
        instruments = List.copyOf(instruments);
    }

    @Override
    public void json(Json out) {
        out.list("symbols", instruments, SymbolsReport::instrument);
    }

    private static void instrument(Json out, Instrument instrument) {
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
                .text("status", instrument.status());
    }

    @Override
    public void text(Text out) {
        var table = new Table("SYMBOL", "VENUE", "NAME THERE", ">TICK", ">LOT", ">MIN QTY", ">MIN NOTIONAL", "STATUS");
        for (var instrument : instruments) {
            table.row(
                    instrument.symbol(),
                    instrument.venue(),
                    instrument.venueSymbol(),
                    instrument.grid().tick().toPlainString(),
                    instrument.grid().lot().toPlainString(),
                    instrument.bounds().minQty(),
                    instrument.bounds().minNotional().toPlainString(),
                    status(instrument));
        }
        out.table(table, "No symbols.");
    }

    private static Cell status(Instrument instrument) {
        var ink = instrument.status() == Instrument.Status.TRADING ? Ink.PLAIN : Ink.WARN;
        return new Cell(instrument.status().name(), ink);
    }
}
