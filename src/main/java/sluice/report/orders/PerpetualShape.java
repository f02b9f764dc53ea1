package sluice.report.orders;

import java.util.List;
import java.util.Optional;
import sluice.market.Px;
import sluice.report.Figures;
import sluice.report.Json;
import sluice.report.Table;
import sluice.report.Text;
import sluice.venue.VenueEvent;
import sluice.venue.VenuePosition;

/** What a venue says of a perpetual that is held there: its position, and what it is marked at. Immutable. */
public record PerpetualShape(Optional<VenuePosition> position, Optional<VenueEvent.Marked> mark) {

    private static final int PERCENT = 2;

    void json(Json out) {
        out.text("netQty", position.map(VenuePosition::netQty))
                .text("avgPx", position.flatMap(VenuePosition::avgPx))
                .text("liquidationPx", position.flatMap(VenuePosition::liquidationPx))
                .decimal("leverage", position.flatMap(VenuePosition::leverage))
                .text("markPx", markPx())
                .decimal("fundingRate", mark.map(VenueEvent.Marked::fundingRate))
                .time("nextFunding", mark.map(VenueEvent.Marked::nextFunding));
    }

    /** The newest that the venue said: by its market stream, or with the position. */
    public Optional<Px> markPx() {
        return mark.map(VenueEvent.Marked::markPx).or(() -> position.flatMap(VenuePosition::markPx));
    }

    static void text(Text out, List<PositionsReport.Valued> positions) {
        var table = new Table(
                "VENUE",
                "PERPETUAL",
                ">AT VENUE",
                ">ENTRY",
                ">MARK",
                ">LIQUIDATION",
                ">LEVERAGE",
                ">FUNDING %",
                "NEXT",
                ">PAID");
        for (var valued : positions) {
            valued.perpetual().ifPresent(perpetual -> perpetual.row(out, table, valued));
        }
        if (!table.isEmpty()) {
            out.line("");
            out.table(table, "");
        }
    }

    private void row(Text out, Table table, PositionsReport.Valued valued) {
        table.row(
                valued.position().venue(),
                valued.position().symbol(),
                position.map(VenuePosition::netQty),
                position.flatMap(VenuePosition::avgPx).map(Figures::readable),
                markPx().map(Figures::readable),
                position.flatMap(VenuePosition::liquidationPx).map(Figures::readable),
                position.flatMap(VenuePosition::leverage).map(leverage -> leverage.toPlainString() + "x"),
                mark.map(known -> known.fundingRate().movePointRight(PERCENT).toPlainString()),
                mark.map(known -> out.time(known.nextFunding())),
                Figures.cents(valued.charges().fundingPaid()));
    }
}
