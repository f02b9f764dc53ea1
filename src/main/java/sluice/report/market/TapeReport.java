package sluice.report.market;

import java.util.List;
import sluice.market.Symbol;
import sluice.market.Trade;
import sluice.report.Cell;
import sluice.report.Ink;
import sluice.report.Json;
import sluice.report.Report;
import sluice.report.Table;
import sluice.report.Text;

/** Public prints, oldest first. Immutable. */
public record TapeReport(Symbol symbol, List<Trade> prints) implements Report {

    public TapeReport {
        prints = List.copyOf(prints);
    }

    @Override
    public void json(Json out) {
        out.text("symbol", symbol).list("prints", prints, TapeReport::print);
    }

    private static void print(Json out, Trade print) {
        out.text("venue", print.venue())
                .text("aggressor", print.aggressor())
                .text("px", print.px())
                .text("qty", print.qty())
                .time("at", print.at());
    }

    @Override
    public void text(Text out) {
        var table = new Table(out.timeHead(), "VENUE", "AGGRESSOR", ">PX", ">QTY");
        for (var print : prints) {
            table.row(
                    out.time(print.at()),
                    print.venue(),
                    new Cell(print.aggressor().name(), Ink.of(print.aggressor())),
                    print.px(),
                    print.qty());
        }
        out.table(table, "Nobody has traded " + symbol + " since this desk began to listen.");
    }
}
