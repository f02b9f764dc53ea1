package sluice.report.desk;

import java.util.List;
import java.util.Optional;
import sluice.engine.view.View;
import sluice.order.parent.ParentOrder;
import sluice.report.Ink;
import sluice.report.Json;
import sluice.report.Report;
import sluice.report.Table;
import sluice.report.Text;
import sluice.report.orders.OrderShape;

/** What runs, is recovered, in doubt, open, exposed and unhealthy, on one screen. Immutable. */
public record StatusReport(String profile, View view) implements Report {

    public List<ParentOrder> inDoubt() {
        return view.orders().working().stream().filter(ParentOrder::isInDoubt).toList();
    }

    public List<ParentOrder> open() {
        return view.orders().working();
    }

    @Override
    public void json(Json out) {
        out.text("profile", profile)
                .number("seq", view.seq())
                .text("journalFault", Optional.of(view.journalFault()).filter(fault -> !fault.isEmpty()))
                .list(
                        "trading",
                        RiskReport.trading(view.risk()),
                        (members, line) -> members.text("scope", line.scope()).text("state", line.state()))
                .number("openOrders", open().size())
                .list("inDoubt", inDoubt(), OrderShape::json)
                .list(
                        "venues",
                        view.venues().entrySet(),
                        (members, venue) -> members.text("venue", venue.getKey())
                                .flag("ready", venue.getValue().unready().isEmpty())
                                .text(
                                        "reason",
                                        Optional.of(venue.getValue().unready()).filter(why -> !why.isEmpty())))
                .list("exposure", view.risk().uses(), RiskReport::use)
                .number("alerts", view.alerts().size());
    }

    @Override
    public void text(Text out) {
        out.line("Profile " + profile + ", journal at " + view.seq()
                + (view.journalFault().isEmpty() ? "" : ", " + out.ink(Ink.BAD, "FAULT: " + view.journalFault())));
        RiskReport.trading(view.risk())
                .forEach(line -> out.line("Trading " + line.state() + " (" + line.scope() + ")"
                        + (line.reason().isEmpty() ? "" : ": " + line.reason())));
        view.venues()
                .forEach((id, venue) -> out.line("Venue " + id + " "
                        + (venue.unready().isEmpty()
                                ? out.ink(Ink.GOOD, "ready")
                                : out.ink(Ink.BAD, venue.unready()))));
        out.line("Open orders " + open().size() + ", in doubt " + inDoubt().size() + ", alerts "
                + view.alerts().size());
        inDoubt().forEach(order -> out.line("  " + out.ink(Ink.BAD, OrderShape.sentence(order))));
        if (!view.risk().uses().isEmpty()) {
            var uses = new Table("USED", "SCOPE", ">NOW", ">MOST");
            view.risk()
                    .uses()
                    .forEach(use -> uses.row(
                            use.limit(), use.scope(), RiskReport.plain(use.used()), RiskReport.plain(use.max())));
            out.table(uses, "");
        }
    }
}
