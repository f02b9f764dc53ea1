package sluice.report.market;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.stream.Collectors;
import sluice.engine.Answer;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.order.Terms;
import sluice.report.Ink;
import sluice.report.Json;
import sluice.report.Report;
import sluice.report.Table;
import sluice.report.Text;
import sluice.routing.RoutePlan;

/** How an order would go, where not, and what each piece would cost. Immutable. */
public record RouteReport(Terms terms, RoutePlan plan, Optional<Answer.Refused> refusal) implements Report {

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
                            (members, left) ->
                                    members.text("venue", left.venue()).text("reason", left.reason()))
                    .flag("exact", plan.exact());
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
                .text("qty", leg.qty())
                .text("takeQty", leg.takeQty())
                .text("limitPx", leg.limitPx())
                .text("avgPx", leg.avgPx())
                .decimal("fee", leg.fee().amount())
                .text("feeAsset", leg.fee().asset())
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
                + plan.mid().map(mid -> ", mid " + mid).orElse("") + (plan.exact() ? ", no split is cheaper" : ""));
        var table = new Table("VENUE", ">QTY", ">AT ONCE", ">LIMIT", ">EXPECTED PX", ">ALL-IN BPS", "WHY");
        for (var leg : plan.legs()) {
            table.row(
                    leg.venue(),
                    leg.qty(),
                    leg.takeQty(),
                    leg.limitPx(),
                    readable(leg.avgPx()),
                    bps(leg.effectiveBps()),
                    leg.terms().stream()
                            .map(term -> term.name() + " " + bps(term.bps()))
                            .collect(Collectors.joining(" + ")));
        }
        out.table(table, "Nothing would be sent.");
        plan.leftOut().forEach(left -> out.line("Not to " + left.venue() + ": " + left.reason()));
        plan.rest().ifPresent(rest -> out.line("Nowhere: " + rest.qty() + " (" + rest.text() + ")"));
        refusal.ifPresent(refused ->
                out.line(out.ink(Ink.BAD, "Would be refused, " + refused.code()) + ": " + refused.message()));
    }

    static String readable(Px px) {
        return px.value().scale() > 8
                ? px.value().setScale(8, RoundingMode.HALF_EVEN).toPlainString()
                : px.plain();
    }

    private static String bps(BigDecimal value) {
        return value.setScale(2, RoundingMode.HALF_EVEN).toPlainString();
    }
}
