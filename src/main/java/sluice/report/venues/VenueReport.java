package sluice.report.venues;

import java.util.Optional;
import sluice.engine.view.VenueView;
import sluice.report.Json;
import sluice.report.Report;
import sluice.report.Text;
import sluice.risk.exposure.TradingState;

/** One venue: what it can do, how it knows our orders, what its answers prove, and how it does. Immutable. */
public record VenueReport(VenueView venue, TradingState trading) implements Report {

    @Override
    public void json(Json out) {
        out.object("venue", members -> {
            members.text("venue", venue.manifest().venue())
                    .flag("ready", venue.unready().isEmpty())
                    .text("reason", venue.unready())
                    .text("trading", trading)
                    .number("symbols", venue.instruments().size());
            new ManifestPart(venue.manifest()).json(members);
            members.text("deadManSwitch", Optional.of(venue.way().deadMan()).filter(words -> !words.isEmpty()));
            members.list(
                    "fees",
                    venue.fees(),
                    (of, fee) -> of.text("symbol", fee.symbol())
                            .decimal("maker", fee.maker())
                            .decimal("taker", fee.taker()));
            new BadFramesPart(venue.way().bad()).json(members);
        });
    }

    @Override
    public void text(Text out) {
        out.line(venue.manifest().venue() + ": "
                + (venue.unready().isEmpty() ? "ready" : "not ready, " + venue.unready()) + ", trading " + trading
                + ", " + venue.instruments().size() + " symbols");
        new ManifestPart(venue.manifest()).text(out);
        if (!venue.way().deadMan().isEmpty()) {
            out.line("              " + venue.way().deadMan());
        }
        venue.fees().stream()
                .limit(1)
                .forEach(fee -> out.line("Fees          maker " + fee.maker().toPlainString() + ", taker "
                        + fee.taker().toPlainString() + " of notional (" + fee.symbol() + ")"));
        new BadFramesPart(venue.way().bad()).text(out);
    }
}
