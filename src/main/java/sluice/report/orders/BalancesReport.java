package sluice.report.orders;

import java.util.List;
import sluice.market.VenueId;
import sluice.order.position.Balance;
import sluice.report.Figures;
import sluice.report.Json;
import sluice.report.Report;
import sluice.report.Table;
import sluice.report.Text;

/** What each venue says the account holds. Immutable. */
public record BalancesReport(List<Held> balances) implements Report {

    /** One asset at one venue. */
    public record Held(VenueId venue, Balance balance) {}

    public BalancesReport {
        balances = List.copyOf(balances);
    }

    @Override
    public void json(Json out) {
        out.list(
                "balances",
                balances,
                (members, held) -> members.text("venue", held.venue)
                        .text("asset", held.balance.asset())
                        .text("free", Figures.plain(held.balance.free()))
                        .text("locked", Figures.plain(held.balance.locked()))
                        .text("total", Figures.plain(held.balance.total())));
    }

    @Override
    public void text(Text out) {
        var table = new Table("VENUE", "ASSET", ">FREE", ">LOCKED", ">TOTAL");
        for (var held : balances) {
            table.row(
                    held.venue,
                    held.balance.asset(),
                    Figures.plain(held.balance.free()),
                    Figures.plain(held.balance.locked()),
                    Figures.plain(held.balance.total()));
        }
        out.table(table, "No balances.");
    }
}
