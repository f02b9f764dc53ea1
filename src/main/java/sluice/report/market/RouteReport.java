package sluice.report.market;

import java.util.Optional;
import java.util.stream.Collectors;
import sluice.engine.Answer;
import sluice.market.Qty;
import sluice.order.Terms;
import sluice.report.Figures;
import sluice.report.Ink;
import sluice.report.Json;
import sluice.report.Report;
import sluice.report.Table;
import sluice.report.Text;
import sluice.routing.RoutePlan;

/** How an order would go, where not, and what each piece would cost. Immutable. */
public record RouteReport(Terms terms, RoutePlan plan, WorstCase worst, Optional<Answer.Refused> refusal)
        implements Report {

    @Override
    public void json(Json out) {
        out.object("route", route -> {
            route.text("symbol", terms.symbol())
                    .text("side", terms.side())
                    .text("orderQty", orderQty())
                    .text("mid", plan.mid())
                    .list("legs", plan.legs(), RouteReport::leg)
                    .list(
                            "leftOut",
                            plan.leftOut(),
                            (members, left) -> members.text(
                                            "venue", left.place().venue())
                                    .text("symbol", left.place().symbol())
                                    .text("reason", left.reason()))
                    .flag("exact", plan.exact());
            worst.json(route);
            rest(route);
            refusal(route);
        });
    }

    /** What is asked for; of an amount of money, what it comes to. */
    private Qty orderQty() {
        var rest = plan.rest().map(RoutePlan.Rest::qty).orElse(Qty.ZERO);
        return terms.orderQty().isZero() ? plan.routedQty().plus(rest) : terms.orderQty();
    }

    private static void leg(Json out, RoutePlan.Leg leg) {
        out.text("venue", leg.venue())
                .text("symbol", leg.symbol())
                .text("qty", leg.qty())
                .text("takeQty", leg.take().qty())
                .text("depth", leg.take().depth())
                .text("limitPx", leg.limitPx())
                .text("avgPx", leg.take().avgPx())
                .text("effectivePx", leg.take().effectivePx())
                .decimal("fee", leg.take().fee().amount())
                .text("feeAsset", leg.take().fee().asset())
                .decimal("effectiveBps", leg.effectiveBps())
                .list(
                        "terms",
                        leg.terms(),
                        (members, term) -> members.text("name", term.name()).decimal("bps", term.bps()));
    }

    private void rest(Json out) {
        plan.rest()
                .ifPresentOrElse(
                        rest -> out.object(
                                "rest",
                                members -> members.text("qty", rest.qty())
                                        .text("why", rest.why())
                                        .text("text", rest.text())),
                        () -> out.absent("rest"));
    }

    private void refusal(Json out) {
        refusal.ifPresentOrElse(
                refused -> out.object(
                        "refusal",
                        members -> members.text("code", refused.code()).text("message", refused.message())),
                () -> out.absent("refusal"));
    }

    @Override
    public void text(Text out) {
        out.line(out.ink(Ink.of(terms.side()), terms.side()) + " " + orderQty() + " " + terms.symbol()
                + plan.mid().map(mid -> ", mid " + Figures.readable(mid)).orElse("")
                + (plan.exact() ? ", no split is cheaper" : ""));
        var table = new Table(
                "VENUE",
                ">QTY",
                ">AT ONCE",
                ">DEPTH",
                ">LIMIT",
                ">EXPECTED PX",
                ">FEE",
                ">ALL-IN PX",
                ">ALL-IN BPS",
                "WHY");
        for (var leg : plan.legs()) {
            table.row(
                    leg.place().named(terms.symbol()),
                    leg.qty(),
                    leg.take().qty(),
                    leg.take().depth(),
                    leg.limitPx(),
                    Figures.readable(leg.take().avgPx()),
                    Figures.cents(leg.take().fee()),
                    Figures.readable(leg.take().effectivePx()),
                    Figures.cents(leg.effectiveBps()),
                    leg.terms().stream()
                            .map(term -> term.name() + " " + Figures.cents(term.bps()))
                            .collect(Collectors.joining(" + ")));
        }
        out.table(table, "Nothing would be sent.");
        plan.leftOut().forEach(left -> out.line("Not to " + left.place().named(terms.symbol()) + ": " + left.reason()));
        plan.rest().ifPresent(rest -> out.line("Nowhere: " + rest.qty() + " (" + rest.text() + ")"));
        worst.text(out);
        refusal.ifPresent(refused ->
                out.line(out.ink(Ink.BAD, "Would be refused, " + refused.code()) + ": " + refused.message()));
    }
}
