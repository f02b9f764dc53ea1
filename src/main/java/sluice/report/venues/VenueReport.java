package sluice.report.venues;

import java.time.Duration;
import java.util.stream.Collectors;
import sluice.engine.view.VenueView;
import sluice.report.Json;
import sluice.report.Report;
import sluice.report.Text;
import sluice.risk.exposure.TradingState;

/** One venue: what it can do, how it knows our orders, what its answers prove, and how it does. Immutable. */
public record VenueReport(VenueView venue, TradingState trading) implements Report {

    @Override
    public void json(Json out) {
        var ids = venue.manifest().clientIds();
        var proof = venue.manifest().proof();
        var orders = venue.manifest().orders();
        out.object("venue", members -> {
            members.text("venue", venue.manifest().venue())
                    .flag("ready", venue.unready().isEmpty())
                    .text("reason", venue.unready())
                    .text("trading", trading)
                    .number("symbols", venue.instruments().size());
            members.object(
                    "clientIds",
                    of -> of.text("codec", ids.codec())
                            .text("pattern", ids.pattern())
                            .number("maxLength", ids.maxLength())
                            .text("duplicateWindow", ids.window()));
            members.object(
                    "proof",
                    of -> of.number("queryByClientIdMs", proof.queryByClientId().map(Duration::toMillis))
                            .number("absenceGraceMs", proof.absenceGrace().toMillis())
                            .text("cancelOkMeans", proof.cancelOkMeans()));
            members.object(
                    "orders",
                    of -> of.texts("tifs", orders.tifs().stream().sorted().toList())
                            .flag("market", orders.market())
                            .flag("postOnly", orders.postOnly())
                            .flag("reduceOnly", orders.reduceOnly())
                            .text("amend", orders.amend()));
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
        var ids = venue.manifest().clientIds();
        var proof = venue.manifest().proof();
        var orders = venue.manifest().orders();
        out.line(venue.manifest().venue() + ": "
                + (venue.unready().isEmpty() ? "ready" : "not ready, " + venue.unready()) + ", trading " + trading
                + ", " + venue.instruments().size() + " symbols");
        out.line("Client ids    " + ids.codec() + ", at most " + ids.maxLength() + " characters, " + ids.pattern());
        out.line("Duplicates    refused " + ids.window());
        out.line("Query by id   "
                + proof.queryByClientId()
                        .map(window -> "finds a closed order for " + window.toSeconds() + " s")
                        .orElse("not offered"));
        out.line("Absence       proven after " + proof.absenceGrace().toSeconds() + " s of not-found answers");
        out.line("Cancel OK     " + proof.cancelOkMeans());
        out.line("Orders        "
                + orders.tifs().stream().sorted().map(Enum::name).collect(Collectors.joining(" "))
                + (orders.market() ? ", market" : "") + (orders.postOnly() ? ", post-only" : "")
                + (orders.reduceOnly() ? ", reduce-only" : ""));
        out.line("Amend         " + orders.amend());
        venue.fees().stream()
                .limit(1)
                .forEach(fee -> out.line("Fees          maker " + fee.maker().toPlainString() + ", taker "
                        + fee.taker().toPlainString() + " of notional (" + fee.symbol() + ")"));
        new BadFramesPart(venue.way().bad()).text(out);
    }
}
