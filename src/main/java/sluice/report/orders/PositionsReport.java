package sluice.report.orders;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import sluice.market.Money;
import sluice.market.Px;
import sluice.market.VenueId;
import sluice.order.position.Position;
import sluice.report.Cell;
import sluice.report.Figures;
import sluice.report.Ink;
import sluice.report.Json;
import sluice.report.Report;
import sluice.report.Table;
import sluice.report.Text;

/** Positions at average cost, with what they are worth and what the venue holds. Immutable. */
public record PositionsReport(List<Valued> positions, List<Adjustment> adjustments) implements Report {

    /**
     * What somebody's word added to an account, so that no fill and no P&L of a position has it.
     *
     * @param worth in dollars or what counts as such; empty where nobody knows
     */
    public record Adjustment(VenueId venue, Money amount, Optional<BigDecimal> worth) {}

    /**
     * A position and what the market says of it.
     *
     * @param mark what it is valued at: the mid, and for a perpetual what its venue marks it at; empty while nobody
     *     says
     * @param charges what it has cost beside its prices
     * @param venueQty what the venue says the account holds, of the base asset or as a perpetual's position; empty
     *     where it says nothing
     * @param perpetual what the venue says of a perpetual beyond that; empty on spot
     */
    public record Valued(
            Position position,
            Optional<Px> mark,
            Charges charges,
            Optional<BigDecimal> venueQty,
            Optional<PerpetualShape> perpetual) {

        public Optional<BigDecimal> unrealised() {
            return position.netQty().isZero() ? Optional.of(BigDecimal.ZERO) : mark.map(position::unrealised);
        }

        /** Realised and unrealised, after all fees and funding. */
        public Optional<BigDecimal> pnl() {
            return unrealised()
                    .flatMap(open -> charges.feesInQuote.map(
                            fees -> position.realised().add(open).subtract(fees).subtract(charges.fundingPaid)));
        }
    }

    /**
     * What a position has cost beside its prices. Immutable.
     *
     * @param feesInQuote all fees in quote money; empty while one of the assets cannot be valued
     * @param fundingPaid in quote money; negative where funding was received
     */
    public record Charges(Optional<BigDecimal> feesInQuote, BigDecimal fundingPaid) {}

    public PositionsReport {
        positions = List.copyOf(positions);
        adjustments = List.copyOf(adjustments);
    }

    @Override
    public void json(Json out) {
        out.list("positions", positions, PositionsReport::position);
        out.list(
                "adjustments",
                adjustments,
                (members, each) -> members.text("venue", each.venue)
                        .text("asset", each.amount.asset())
                        .text("amount", Figures.plain(each.amount.amount()))
                        .text("worth", each.worth.map(Figures::plain)));
    }

    private static void position(Json out, Valued valued) {
        var position = valued.position;
        out.text("venue", position.venue())
                .text("symbol", position.symbol())
                .text("netQty", position.netQty())
                .text("sellableQty", position.sellableQty())
                .text("avgCost", position.avgCost())
                .text("cost", Figures.plain(position.cost()))
                .text("mark", valued.mark)
                .text("realised", Figures.plain(position.realised()))
                .text("unrealised", valued.unrealised().map(Figures::plain))
                .text("feesInQuote", valued.charges.feesInQuote.map(Figures::plain))
                .text("fundingPaid", Figures.plain(valued.charges.fundingPaid))
                .text("pnl", valued.pnl().map(Figures::plain))
                .object(
                        "fees",
                        fees -> new TreeMap<>(position.fees())
                                .forEach((asset, fee) -> fees.text(asset, Figures.plain(fee))))
                .text("venueQty", valued.venueQty.map(Figures::plain));
        valued.perpetual.ifPresentOrElse(
                perpetual -> out.object("perpetual", perpetual::json), () -> out.absent("perpetual"));
    }

    @Override
    public void text(Text out) {
        var table = new Table(
                "VENUE",
                "SYMBOL",
                ">QTY",
                ">AVG COST",
                ">MARK",
                ">REALISED",
                ">UNREALISED",
                ">FEES",
                ">P&L",
                ">AT VENUE");
        for (var valued : positions) {
            var position = valued.position;
            table.row(
                    position.venue(),
                    position.symbol(),
                    position.netQty(),
                    position.avgCost().map(Figures::readable),
                    valued.mark.map(Figures::readable),
                    Figures.cents(position.realised()),
                    valued.unrealised().map(Figures::cents),
                    valued.charges.feesInQuote.map(Figures::cents),
                    valued.pnl().map(pnl -> new Cell(Figures.cents(pnl), pnl.signum() < 0 ? Ink.BAD : Ink.GOOD)),
                    valued.venueQty.map(Figures::plain));
        }
        out.table(table, "No positions.");
        PerpetualShape.text(out, positions);
        for (var each : adjustments) {
            out.line("Adjusted at " + each.venue + " and in no P&L above: " + Figures.plain(each.amount.amount()) + " "
                    + each.amount.asset()
                    + each.worth.map(worth -> ", worth " + Figures.cents(worth)).orElse(""));
        }
    }
}
