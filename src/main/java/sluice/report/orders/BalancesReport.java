package sluice.report.orders;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import sluice.market.VenueId;
import sluice.order.position.Balance;
import sluice.report.Figures;
import sluice.report.Json;
import sluice.report.Report;
import sluice.report.Table;
import sluice.report.Text;

/** What each venue says the account holds, and what the journal does. Immutable. */
public record BalancesReport(List<Held> balances) implements Report {

    /**
     * One asset at one venue.
     *
     * @param booked what there should be by everything that is booked; empty before the account was compared
     * @param adjusted what of that was corrected on somebody's word
     */
    public record Held(VenueId venue, Balance balance, Optional<BigDecimal> booked, BigDecimal adjusted) {}

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
                        .text("total", Figures.plain(held.balance.total()))
                        .text("booked", held.booked.map(Figures::plain))
                        .text("adjusted", Figures.plain(held.adjusted)));
    }

    @Override
    public void text(Text out) {
        var table = new Table("VENUE", "ASSET", ">FREE", ">LOCKED", ">TOTAL", ">BOOKED", ">ADJUSTED");
        for (var held : balances) {
            table.row(
                    held.venue,
                    held.balance.asset(),
                    Figures.plain(held.balance.free()),
                    Figures.plain(held.balance.locked()),
                    Figures.plain(held.balance.total()),
                    held.booked.map(Figures::plain),
                    held.adjusted.signum() == 0 ? "" : Figures.plain(held.adjusted));
        }
        out.table(table, "No balances.");
    }
}
